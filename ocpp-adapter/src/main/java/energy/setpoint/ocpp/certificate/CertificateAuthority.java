package energy.setpoint.ocpp.certificate;

import energy.setpoint.core.site.StationId;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Signs the certificates of stations; a built-in one for small sites, or somebody else's. */
public interface CertificateAuthority {

  /**
   * Why a request cannot be signed, as far as that is seen at once: no proper request, a wrong
   * signature, a weak key, another station's name. Quick; called on an event loop.
   */
  Optional<String> findObstacle(StationId station, String csr);

  /**
   * Signs a request that had no obstacle.
   *
   * @return the certificate and what leads to its root, in PEM, the station's own first; fails when
   *     the authority cannot or will not
   */
  CompletionStage<String> sign(StationId station, String csr);
}
