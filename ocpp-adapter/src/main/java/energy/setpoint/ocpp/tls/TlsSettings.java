package energy.setpoint.ocpp.tls;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the server shows of itself, and whom it believes.
 *
 * @param identities one or more; with a certificate of each key type, both kinds of cipher suites
 *     can be served (A00.FR.318)
 * @param floor the oldest version that is spoken (A00.FR.313)
 * @param stations how certificates of stations are checked; empty when none is asked for
 */
public record TlsSettings(List<Identity> identities, Floor floor, Optional<StationTrust> stations) {

  public TlsSettings {
    identities = List.copyOf(identities);
    if (identities.isEmpty()) {
      throw new IllegalArgumentException("TLS needs a certificate.");
    }
  }

  /**
   * A certificate and its key.
   *
   * @param certificate PEM: the server's own certificate, then what leads to its root
   * @param key PEM: PKCS#8 without a password
   */
  public record Identity(Path certificate, Path key) {}

  /**
   * Whose certificates are believed.
   *
   * @param authorities PEM: roots, or whatever a chain may end at
   * @param revocations PEM: a certificate revocation list of every authority in a chain; empty when
   *     revocation is not checked
   */
  public record StationTrust(Path authorities, Optional<Path> revocations) {}

  /** The oldest version of TLS that is spoken. */
  public enum Floor {
    TLS_1_2,
    TLS_1_3;

    List<String> protocols() {
      return switch (this) {
        case TLS_1_2 -> List.of("TLSv1.3", "TLSv1.2");
        case TLS_1_3 -> List.of("TLSv1.3");
      };
    }
  }
}
