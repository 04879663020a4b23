package energy.setpoint.ocpp.security.password;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Reads the header {@code Authorization: Basic …} (RFC 7617). */
public final class BasicCredentials {

  private static final String SCHEME = "Basic ";
  private static final int MOST = 1024;

  private BasicCredentials() {}

  /**
   * The password that came with a user name.
   *
   * @param user the station's id (A00.FR.204); it may hold a colon, so it is compared and not split
   *     off
   * @return empty when the header is none or names somebody else
   */
  public static Optional<byte[]> findPassword(String header, String user) {
    if (header.length() > MOST || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    byte[] prefix = (user + ":").getBytes(StandardCharsets.UTF_8);
    byte[] pair;
    try {
      pair = Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    int length = prefix.length;
    return pair.length >= length && Arrays.equals(pair, 0, length, prefix, 0, length)
        ? Optional.of(Arrays.copyOfRange(pair, length, pair.length))
        : Optional.empty();
  }
}
