package energy.setpoint.ocpp.proxy.upstream;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the CSMS is.
 *
 * @param base {@code ws} or {@code wss}, without the station's id, which is appended
 * @param trustStore certificates in PEM that a {@code wss} CSMS is trusted by; those of the Java
 *     runtime where empty
 * @param timeout for the connection, and again for its handshake; both together, and a quarter for
 *     the lookup of the host, below the 10 s that a station's own handshake may take
 */
public record UpstreamAddress(URI base, Optional<Path> trustStore, Duration timeout) {

  public UpstreamAddress {
    String scheme = String.valueOf(base.getScheme());
    if (!scheme.equals("ws") && !scheme.equals("wss")) {
      throw new IllegalArgumentException(
          "The address of the CSMS must begin with ws:// or wss://, but is " + base + ".");
    }
    if (base.getHost() == null) {
      throw new IllegalArgumentException("The address of the CSMS names no host: " + base + ".");
    }
  }

  public static UpstreamAddress of(URI base) {
    return new UpstreamAddress(base, Optional.empty(), Duration.ofSeconds(4));
  }

  boolean isEncrypted() {
    return base.getScheme().equals("wss");
  }

  int port() {
    int standard = isEncrypted() ? 443 : 80;
    return base.getPort() > 0 ? base.getPort() : standard;
  }

  /** The address for one station; its id is percent-encoded where it must be. */
  URI of(String station) {
    String path = Optional.ofNullable(base.getRawPath()).orElse("");
    String folder = path.endsWith("/") ? path : path + "/";
    String name = URLEncoder.encode(station, StandardCharsets.UTF_8);
    return base.resolve(folder + name.replace("+", "%20"));
  }
}
