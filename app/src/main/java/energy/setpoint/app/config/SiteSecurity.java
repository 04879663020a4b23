package energy.setpoint.app.config;

import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.security.SecurityProfile;
import energy.setpoint.ocpp.security.StationAccess;
import energy.setpoint.ocpp.tls.TlsSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How the stations of a site have to prove themselves.
 *
 * @param usual the profile of stations that have none of their own
 * @param stations all stations
 * @param operator what certificates of stations must name as their organization
 * @param tls the port with TLS; empty where there is none
 * @param authority folder of the built-in authority that signs for stations
 * @param vehicleAuthority folder of the one that signs for their connections to vehicles
 */
public record SiteSecurity(
    SecurityProfile usual,
    Map<StationId, StationAccess> stations,
    Optional<String> operator,
    Optional<TlsPort> tls,
    Optional<Path> authority,
    Optional<Path> vehicleAuthority) {

  public SiteSecurity {
    stations = Map.copyOf(stations);
  }

  /**
   * Where stations come in with TLS.
   *
   * @param port 0 to 65535
   */
  public record TlsPort(int port, TlsSettings settings) {}
}
