package energy.setpoint.ocpp.security.password;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A salted hash of a station's password (A01.FR.08): PBKDF2 with HMAC-SHA-256, written as {@code
 * pbkdf2-sha256:rounds:salt:hash}.
 *
 * @param rounds 1,000 to 10,000,000; each takes 0.5 to 3 µs
 */
public record PasswordHash(int rounds, String salt, String hash) {

  /** Random passwords of 160 bits cannot be guessed, so checking one need not be slow. */
  public static final int ROUNDS_FOR_RANDOM = 2_000;

  /** What OWASP asks for a password that a person chose (Password Storage Cheat Sheet, 2023). */
  public static final int ROUNDS_FOR_CHOSEN = 600_000;

  private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final Pattern TEXT =
      Pattern.compile("pbkdf2-sha256:([0-9]{4,8}):([A-Za-z0-9+/=]{24}):([A-Za-z0-9+/=]{44})");

  public PasswordHash {
    if (rounds < 1_000 || rounds > 10_000_000) {
      throw new IllegalArgumentException(
          "A password is hashed with 1000 to 10000000 rounds, not " + rounds + ".");
    }
    if (bytes(salt).length != SALT_BYTES || bytes(hash).length != HASH_BYTES) {
      throw new IllegalArgumentException("A hash has a salt of 16 bytes and a value of 32.");
    }
  }

  /**
   * @throws IllegalArgumentException when OCPP does not allow the password
   */
  public static PasswordHash of(String password, int rounds, RandomGenerator source) {
    StationPassword.require(password);
    byte[] salt = new byte[SALT_BYTES];
    source.nextBytes(salt);
    byte[] hash = derive(StationPassword.toHash(password), salt, rounds);
    return new PasswordHash(rounds, text(salt), text(hash));
  }

  /**
   * @throws IllegalArgumentException when the text is none
   */
  public static PasswordHash parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("A password hash is what './setpoint password' prints.");
    }
    return new PasswordHash(Integer.parseInt(parts.group(1)), parts.group(2), parts.group(3));
  }

  /** Slow on purpose; takes the same time whether it matches or not. */
  boolean matches(String password) {
    return MessageDigest.isEqual(bytes(hash), derive(password, bytes(salt), rounds));
  }

  /** The form that {@link #parse} reads. */
  @Override
  public String toString() {
    return "pbkdf2-sha256:" + rounds + ":" + salt + ":" + hash;
  }

  private static byte[] derive(String password, byte[] salt, int rounds) {
    var key = new PBEKeySpec(password.toCharArray(), salt, rounds, HASH_BYTES * Byte.SIZE);
    try {
      return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(key).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has " + ALGORITHM + ".", e);
    } finally {
      key.clearPassword();
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] bytes(String base64) {
    return Base64.getDecoder().decode(base64);
  }
}
