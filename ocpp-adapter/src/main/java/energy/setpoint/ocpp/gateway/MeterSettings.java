package energy.setpoint.ocpp.gateway;

import energy.setpoint.ocpp.dialect.OcppDialect;
import energy.setpoint.ocpp.dialect.OutboundCall;
import energy.setpoint.ocpp.rpc.CallOutcome;
import energy.setpoint.ocpp.rpc.Precedence;
import energy.setpoint.ocpp.rpc.RpcEndpoint;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.stats.OcppCounters;
import energy.setpoint.ocpp.traits.Told;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a station measure as often as the engine needs it, after all that waits for the station.
 *
 * @param interval between two samples; empty where the station's own will do
 */
record MeterSettings(
    KnownStation station,
    OcppDialect dialect,
    RpcEndpoint endpoint,
    Optional<Duration> interval,
    OcppCounters counters) {

  private static final Logger LOG = LoggerFactory.getLogger(MeterSettings.class);

  /** A station that refuses goes on as it is; that is counted and logged. */
  void set() {
    var facts = station.knowledge().told().map(Told::facts).orElse(List.of());
    interval.ifPresent(it -> dialect.meteringCalls(it, facts).forEach(this::send));
  }

  private void send(OutboundCall call) {
    endpoint
        .call(call.action(), call.payload(), Precedence.LAST)
        .thenAccept(outcome -> {
          if (outcome instanceof CallOutcome.Answered answer) {
            findRefusal(call, answer).ifPresent(reason -> refused(call, reason));
          }
        });
  }

  private void refused(OutboundCall call, String reason) {
    counters.callFailed("setting refused");
    LOG.warn("{} keeps its own measuring: {} of {}", station.id(), reason, call.payload());
  }

  private Optional<String> findRefusal(OutboundCall call, CallOutcome.Answered answer) {
    try {
      return dialect.findRefusal(call.action(), answer.payload());
    } catch (RpcException malformed) {
      return Optional.of(malformed.description());
    }
  }
}
