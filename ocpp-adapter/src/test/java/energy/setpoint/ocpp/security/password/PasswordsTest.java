package energy.setpoint.ocpp.security.password;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

  private static final String KEY = "00112233445566778899aabbccddeeff0a0b0c0d";

  private final Random random = new Random(1);

  @Test
  void makesPasswordsThatEveryVersionTakes() {
    String password = StationPassword.random(random);

    assertThat(password).matches("[0-9a-f]{40}");
    assertThat(StationPassword.random(random)).isNotEqualTo(password);
  }

  /** A00.FR.205 of 1.6: the key's bytes are sent; of 2.x: the text is. */
  @Test
  void readsTheKeyOf16FromItsBytesAndFromItsDigits() {
    byte[] asBytes = HexFormat.of().parseHex(KEY);

    assertThat(StationPassword.readings(asBytes)).containsExactly(KEY);
    assertThat(StationPassword.readings(KEY.getBytes(UTF_8))).containsExactly(KEY);
    assertThat(StationPassword.readings(KEY.toUpperCase(Locale.ROOT).getBytes(UTF_8)))
        .containsExactly(KEY);
  }

  @Test
  void readsAShortTextBothWays() {
    assertThat(StationPassword.readings("sixteen-letters!".getBytes(UTF_8)))
        .containsExactly(
            "sixteen-letters!", HexFormat.of().formatHex("sixteen-letters!".getBytes(UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 15, 257})
  void readsNothingOfAnotherLength(int length) {
    assertThat(StationPassword.readings("x".repeat(length).getBytes(UTF_8))).isEmpty();
  }

  @Test
  void recognisesAPasswordByItsHashOnly() {
    PasswordHash hash =
        PasswordHash.parse(PasswordHash.of("correct horse battery", 1000, random).toString());

    assertThat(hash.matches("correct horse battery")).isTrue();
    assertThat(hash.matches("correct horse batterY")).isFalse();
    assertThat(hash.toString()).startsWith("pbkdf2-sha256:1000:").doesNotContain("horse");
  }

  /** Held against OpenSSL 3. */
  @Test
  void hashesAsOthersDo() {
    String salt = Base64.getEncoder().encodeToString("saltsaltsaltsalt".getBytes(UTF_8));
    String hash = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(OPENSSL_PBKDF2));

    assertThat(new PasswordHash(4096, salt, hash).matches("passwordpassword")).isTrue();
  }

  /** {@code openssl kdf -keylen 32 -kdfopt digest:SHA256 … PBKDF2}. */
  private static final String OPENSSL_PBKDF2 =
      "c5b4dcad8f09e2e8283489a8b169b57b2542fe4b699ae88eac9e785f183d6769";

  @Test
  void saltsEveryHash() {
    assertThat(PasswordHash.of("correct horse battery", 1000, random))
        .isNotEqualTo(PasswordHash.of("correct horse battery", 1000, random));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "secret",
        "pbkdf2-sha256:10:AAAAAAAAAAAAAAAAAAAAAA==:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "pbkdf2-sha256:9999:=======================A:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
      })
  void refusesWhatIsNoHash(String text) {
    assertThatThrownBy(() -> PasswordHash.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 65})
  void refusesPasswordsOfALengthThatOcppForbids(int length) {
    assertThatThrownBy(() -> PasswordHash.of("x".repeat(length), 1000, random))
        .hasMessageContaining("16 to 64 characters");
  }

  @Test
  void findsThePasswordBehindTheUserNameEvenWithColons() {
    String header = "basic " + Base64.getEncoder().encodeToString("A:1:pass:word".getBytes(UTF_8));

    assertThat(BasicCredentials.findPassword(header, "A:1")).contains("pass:word".getBytes(UTF_8));
    assertThat(BasicCredentials.findPassword(header, "B")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Basic", "Basic !!!", "Bearer abc", "Basic Q1Ax"})
  void findsNoPasswordInAnotherHeader(String header) {
    assertThat(BasicCredentials.findPassword(header, "CP1")).isEmpty();
  }
}
