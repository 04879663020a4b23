package energy.setpoint.ocpp.proxy.outage;

import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.proxy.upstream.UpstreamLine;
import energy.setpoint.ocpp.rpc.turn.Alarm;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Between whom messages are kept.
 *
 * @param toEngine has the engine answer a call of the station
 * @param toStation sends to the station
 * @param deadline for the CSMS to answer a message that is delivered afterwards
 * @param retryPause before a message that it refused is sent again
 */
public record Ends(
    StationId station,
    UpstreamLine csms,
    Consumer<String> toEngine,
    Consumer<String> toStation,
    Executor mailbox,
    Alarm alarm,
    Duration deadline,
    Duration retryPause) {}
