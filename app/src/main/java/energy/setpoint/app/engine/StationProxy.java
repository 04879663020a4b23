package energy.setpoint.app.engine;

import energy.setpoint.app.config.ProxyConfiguration;
import energy.setpoint.core.port.TransactionIds;
import energy.setpoint.ocpp.gateway.OcppGateway;
import energy.setpoint.ocpp.proxy.ProxyParts;
import energy.setpoint.ocpp.proxy.ProxyReception;
import energy.setpoint.ocpp.proxy.ProxyStatus;
import energy.setpoint.ocpp.proxy.outage.ProxyStore;
import energy.setpoint.ocpp.proxy.request.OwnIds;
import energy.setpoint.ocpp.proxy.upstream.NettyDialer;
import energy.setpoint.ocpp.server.Reception;
import energy.setpoint.ocpp.stats.ProxyCounters;
import energy.setpoint.ocpp.stats.ProxyStatistics;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;

/** The proxy of a site whose stations belong to another CSMS. */
final class StationProxy implements AutoCloseable {

  /**
   * Transactions that begin while the CSMS is away are numbered from here on, out of the way of a
   * CSMS that counts from 1 or takes the time in seconds (until 2033).
   */
  private static final int FIRST_LOCAL_ID = 2_000_000_000;

  private static final int THREADS = 2;

  private final NettyDialer dialer;
  private final ProxyReception reception;
  private final ProxyCounters counters = new ProxyCounters();

  StationProxy(
      ProxyConfiguration configuration,
      OcppGateway gateway,
      ProxyStore store,
      InstantSource siteTime,
      ZoneId zone) {
    dialer = new NettyDialer(configuration.csms(), THREADS);
    reception =
        new ProxyReception(
            new ProxyParts(
                gateway,
                dialer,
                store,
                configuration.settings().withZone(zone),
                siteTime,
                new OwnIds(),
                counters));
  }

  static TransactionIds localIds(TransactionIds ids) {
    return () -> Math.addExact(FIRST_LOCAL_ID, ids.next());
  }

  Reception reception() {
    return reception;
  }

  ProxyStatistics statistics() {
    return counters;
  }

  List<ProxyStatus> statuses() {
    return reception.statuses();
  }

  @Override
  public void close() {
    dialer.close();
  }
}
