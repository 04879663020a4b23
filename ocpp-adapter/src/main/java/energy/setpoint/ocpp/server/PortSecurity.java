package energy.setpoint.ocpp.server;

import energy.setpoint.core.port.SecurityLog;
import energy.setpoint.ocpp.gateway.OcppGateway;
import energy.setpoint.ocpp.security.DoorLog;
import energy.setpoint.ocpp.security.Gatekeeper;
import energy.setpoint.ocpp.stats.SecurityCounters;
import energy.setpoint.ocpp.tls.ServerTls;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Who may come in, and whether there is a port with TLS beside the plain one (A00.FR.006 allows
 * that). The plain one stays open where it is of use to nobody, in order to turn away with a
 * reason.
 */
public record PortSecurity(Gatekeeper gatekeeper, DoorLog log, Optional<TlsPort> tls) {

  /**
   * A second port, with TLS.
   *
   * @param port 0 to 65535; 0 takes any free one
   */
  public record TlsPort(int port, ServerTls tls) {
    public TlsPort {
      if (port < 0 || port > 65_535) {
        throw new IllegalArgumentException("A port is 0 to 65535, not " + port + ".");
      }
    }
  }

  /** Every station comes in by its name alone, without TLS. */
  public static PortSecurity none(OcppGateway gateway) {
    return new PortSecurity(
        Gatekeeper.open(gateway::knows),
        new DoorLog(new SecurityCounters(), SecurityLog.NONE, InstantSource.system()),
        Optional.empty());
  }
}
