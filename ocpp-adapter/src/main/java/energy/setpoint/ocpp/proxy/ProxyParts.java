package energy.setpoint.ocpp.proxy;

import energy.setpoint.ocpp.gateway.OcppGateway;
import energy.setpoint.ocpp.proxy.outage.ProxyStore;
import energy.setpoint.ocpp.proxy.upstream.UpstreamDialer;
import energy.setpoint.ocpp.stats.ProxyCounters;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * What the proxies of all stations share.
 *
 * @param clock the site's time
 * @param ids for our calls to stations
 */
public record ProxyParts(
    OcppGateway gateway,
    UpstreamDialer dialer,
    ProxyStore store,
    ProxySettings settings,
    InstantSource clock,
    Supplier<String> ids,
    ProxyCounters counters) {}
