package energy.setpoint.ocpp.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.port.SecurityEvent;
import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.certificate.SecurityDesk;
import energy.setpoint.ocpp.security.SecurityProfile;
import energy.setpoint.ocpp.security.StationAccess;
import energy.setpoint.ocpp.security.password.PasswordHash;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Security profile 1 over real sockets. */
class PasswordIT {

  private static final StationId CP1 = new StationId("CP1");
  private static final StationId CP2 = new StationId("CP2");
  private static final StationId SAFE = new StationId("SAFE");
  private static final String KEY = "00112233445566778899aabbccddeeff0a0b0c0d";
  private static final String WORDS = "correct-horse-battery";

  private final HttpClient client = HttpClient.newHttpClient();
  private final SecuredPort port =
      new SecuredPort(
          Map.of(
              CP1, access(SecurityProfile.PASSWORD, KEY),
              CP2, access(SecurityProfile.PASSWORD, WORDS),
              SAFE, access(SecurityProfile.TLS_PASSWORD, WORDS)),
          access(SecurityProfile.PASSWORD, "nobody knows this one"),
          Optional.empty(),
          Instant.parse("2026-06-01T10:00:00Z"),
          SecurityDesk.none());

  @AfterEach
  void stop() {
    client.shutdownNow();
    port.close();
  }

  /** A00.FR.204, A00.FR.207; in 1.6 the bytes of the key are sent, in 2.x its text. */
  @Test
  void letsAStationInWithItsPasswordAsTextAsDigitsOrAsBytes() {
    assertThat(knock("CP2", "CP2", WORDS.getBytes(UTF_8))).isEqualTo(101);
    assertThat(knock("CP1", "CP1", KEY.getBytes(UTF_8))).isEqualTo(101);
    assertThat(knock("CP1", "CP1", HexFormat.of().parseHex(KEY))).isEqualTo(101);
  }

  @ParameterizedTest
  @CsvSource({
    "CP1, CP1, wrong-wrong-wrong-wrong",
    "CP1, CP1, correct-horse-battery",
    "CP1, CP2, correct-horse-battery",
    "CP1, CP1, short",
    "CP3, CP3, wrong-wrong-wrong-wrong",
    "CP3, CP3, nobody knows this one",
    "CP1, '', ''"
  })
  void turnsAwayWhoeverHasAnotherPassword(String path, String user, String password) {
    assertThat(knock(path, user, password.getBytes(UTF_8))).isEqualTo(401);
    assertThat(port.gateway.isConnected(CP1)).isFalse();
    assertThat(port.ocpp.connectionsRefused()).containsEntry("wrong password", 1L);
  }

  @Test
  void asksForBasicAuthenticationAndTellsNoReason() throws IOException {
    try (var known = new RawStation(port.plainPort());
        var unknown = new RawStation(port.plainPort())) {
      String ofKnown = known.upgrade("/ocpp/CP1", "Sec-WebSocket-Protocol: ocpp1.6");
      String ofUnknown = unknown.upgrade("/ocpp/CP9", "Sec-WebSocket-Protocol: ocpp1.6");

      assertThat(ofKnown)
          .startsWith("HTTP/1.1 401")
          .containsIgnoringCase("www-authenticate: Basic realm=\"OCPP\"");
      assertThat(ofUnknown).isEqualTo(ofKnown);
    }
  }

  /** The password first, then the version. */
  @Test
  void asksForThePasswordAlsoWhenNoVersionIsShared() throws IOException {
    try (var station = new RawStation(port.plainPort())) {
      assertThat(station.upgrade("/ocpp/CP1", "Sec-WebSocket-Protocol: ocpp0.1"))
          .startsWith("HTTP/1.1 401");
    }
  }

  /** A00.FR.002. */
  @Test
  void turnsAwayAStationThatComesWithAWeakerProfile() {
    assertThat(knock("SAFE", "SAFE", WORDS.getBytes(UTF_8))).isEqualTo(403);
    assertThat(port.counters.turnedAway()).containsEntry("profile too weak", 1L);
    assertThat(port.events)
        .extracting(SecurityEvent::type)
        .containsExactly("SecurityProfileTooWeak");
  }

  @Test
  void makesAStationWaitLongerWithEveryWrongPassword() {
    for (int i = 0; i < 7; i++) {
      port.now.updateAndGet(it -> it.plusSeconds(10));
      assertThat(knock("CP1", "CP1", WORDS.getBytes(UTF_8))).isEqualTo(401);
    }

    assertThat(knock("CP1", "CP1", KEY.getBytes(UTF_8))).isEqualTo(429);
    assertThat(knock("CP2", "CP2", WORDS.getBytes(UTF_8))).isEqualTo(101);
    port.now.updateAndGet(it -> it.plusSeconds(2));
    assertThat(knock("CP1", "CP1", KEY.getBytes(UTF_8))).isEqualTo(101);
    assertThat(port.counters.lockOuts()).isEqualTo(2);
    assertThat(port.events)
        .extracting(SecurityEvent::type)
        .contains("FailedToAuthenticateAtCsms", "LoginLockedOut");
    assertThat(port.events.toString()).doesNotContain(KEY).doesNotContain(WORDS);
  }

  @Test
  void makesAnAddressWaitThatTriesManyNamesButNotTheStationsKnownThere() {
    assertThat(knock("CP2", "CP2", WORDS.getBytes(UTF_8))).isEqualTo(101);
    for (int i = 0; i < 21; i++) {
      assertThat(knock("X" + i, "X" + i, WORDS.getBytes(UTF_8))).isEqualTo(401);
    }

    assertThat(knock("CP1", "CP1", KEY.getBytes(UTF_8))).isEqualTo(429);
    assertThat(knock("CP2", "CP2", WORDS.getBytes(UTF_8))).isEqualTo(101);
    port.now.updateAndGet(it -> it.plus(Duration.ofMinutes(15)));
    assertThat(knock("CP1", "CP1", KEY.getBytes(UTF_8))).isEqualTo(101);
  }

  /** Somebody who knows its name cannot keep a station out of the place where it is at home. */
  @Test
  void doesNotHoldAStationToItsPauseWhereItCameInLast() {
    assertThat(knock("CP1", "CP1", KEY.getBytes(UTF_8))).isEqualTo(101);
    for (int i = 0; i < 8; i++) {
      assertThat(knock("CP1", "CP1", WORDS.getBytes(UTF_8))).isEqualTo(401);
    }

    assertThat(knock("CP1", "CP1", KEY.getBytes(UTF_8))).isEqualTo(101);
  }

  /** After a power failure all come back at once. */
  @Test
  void hashesAPasswordOnlyOnce() {
    for (int i = 0; i < 5; i++) {
      assertThat(knock("CP1", "CP1", KEY.getBytes(UTF_8))).isEqualTo(101);
    }

    assertThat(port.counters.passwordsHashed()).isEqualTo(1);
  }

  private int knock(String path, String user, byte[] password) {
    byte[] prefix = (user + ":").getBytes(UTF_8);
    byte[] pair = java.util.Arrays.copyOf(prefix, prefix.length + password.length);
    System.arraycopy(password, 0, pair, prefix.length, password.length);
    return SecuredPort.knock(
        client,
        port.plain(path),
        Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair)));
  }

  private static StationAccess access(SecurityProfile profile, String password) {
    return new StationAccess(profile, Optional.of(PasswordHash.of(password, 1000, new Random(7))));
  }
}
