package energy.setpoint.ocpp.security.password;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The forms in which one password comes over the wire.
 *
 * <p>OCPP 2.x sends {@code BasicAuthPassword} as text of 16 to 64 characters (A00.FR.205). OCPP 1.6
 * takes {@code AuthorizationKey} as up to 40 hexadecimal digits and sends the bytes that they stand
 * for (security whitepaper section 7.2); some stations send the digits. So hexadecimal digits in
 * small letters are the one form that is hashed, whatever the station does with them.
 */
public final class StationPassword {

  private static final int LEAST = 16;
  private static final int MOST = 64;

  /** What an AuthorizationKey may be: 16 to 20 bytes. */
  private static final int MOST_KEY_BYTES = 20;

  /** What decoding leaves of bytes that are no UTF-8. */
  private static final char NO_CHARACTER = '\uFFFD';

  private static final Pattern HEX_KEY = Pattern.compile("[0-9A-Fa-f]{32}([0-9A-Fa-f]{2}){0,4}");

  private StationPassword() {}

  /** A new one that every version takes: 160 random bits as 40 hexadecimal digits. */
  public static String random(RandomGenerator source) {
    byte[] key = new byte[MOST_KEY_BYTES];
    source.nextBytes(key);
    return HexFormat.of().formatHex(key);
  }

  /** What is hashed of a password that was chosen as text. */
  static String toHash(String password) {
    return HEX_KEY.matcher(password).matches()
        ? HexFormat.of().formatHex(HexFormat.of().parseHex(password))
        : password;
  }

  /**
   * @throws IllegalArgumentException when OCPP does not allow it
   */
  static void require(String password) {
    int length = password.codePointCount(0, password.length());
    if (length < LEAST || length > MOST) {
      throw new IllegalArgumentException(
          "A station's password has %d to %d characters, not %d.".formatted(LEAST, MOST, length));
    }
  }

  /**
   * What may have been hashed, the likeliest first, when these bytes came; at most two, and none
   * when no password has this length.
   */
  public static List<String> readings(byte[] received) {
    if (received.length < LEAST || received.length > 4 * MOST) {
      return List.of();
    }
    List<String> readings = new ArrayList<>();
    String text = new String(received, StandardCharsets.UTF_8);
    if (text.chars().noneMatch(c -> Character.isISOControl(c) || c == NO_CHARACTER)) {
      readings.add(toHash(text));
    }
    if (received.length <= MOST_KEY_BYTES) {
      readings.add(HexFormat.of().formatHex(received));
    }
    return readings;
  }
}
