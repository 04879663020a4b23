package energy.setpoint.ocpp.proxy.bound;

import energy.setpoint.core.event.StationEvent;
import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.FollowSetpoint;
import energy.setpoint.core.intent.Release;
import energy.setpoint.core.intent.SetFallback;
import energy.setpoint.core.intent.Setpoint;
import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.dialect.Encoding;
import energy.setpoint.ocpp.dialect.Handled;
import energy.setpoint.ocpp.dialect.OcppDialect;
import energy.setpoint.ocpp.dialect.StationContext;
import energy.setpoint.ocpp.dialect.StationTraits;
import energy.setpoint.ocpp.overheard.RelayWords;
import energy.setpoint.ocpp.rpc.RpcErrorCode;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.stats.ProxyCounters;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A dialect that never allows a station more than its CSMS does, and says so as a loss. */
public final class BoundedDialect implements OcppDialect {

  private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  private final OcppDialect dialect;
  private final CsmsBound bound;
  private final LastIntents last;
  private final InstantSource clock;
  private final ProxyCounters counters;

  public BoundedDialect(
      OcppDialect dialect,
      CsmsBound bound,
      LastIntents last,
      InstantSource clock,
      ProxyCounters counters) {
    this.dialect = dialect;
    this.bound = bound;
    this.last = last;
    this.clock = clock;
    this.counters = counters;
  }

  @Override
  public Encoding encode(ChargingIntent intent, StationTraits traits) {
    last.remember(intent);
    ChargingIntent allowed = bounded(intent);
    Encoding encoding = dialect.encode(allowed, traits);
    if (allowed.equals(intent)) {
      return encoding;
    }
    counters.intentBounded();
    String loss = "The CSMS allows less: its limits hold.";
    return switch (encoding) {
      case Encoding.Exact exact -> new Encoding.Degraded(exact.calls(), List.of(loss));
      case Encoding.Degraded less -> new Encoding.Degraded(less.calls(), with(loss, less.losses()));
      case Encoding.Inexpressible no -> no;
    };
  }

  private static List<String> with(String loss, List<String> losses) {
    List<String> all = new ArrayList<>(List.of(loss));
    all.addAll(losses);
    return all;
  }

  private ChargingIntent bounded(ChargingIntent intent) {
    return switch (intent) {
      case CapPower cap ->
          new CapPower(
              cap.evse(),
              cap.transactionId(),
              bound.ofEvse(cap.evse().number(), cap.validity(), cap.ceiling()),
              cap.validity());
      case FollowSetpoint follow -> {
        Ceiling ceiling = bound.ofEvse(follow.evse().number(), follow.validity(), follow.ceiling());
        yield ceiling.equals(follow.ceiling())
            ? follow
            : new FollowSetpoint(
                follow.evse(),
                follow.transactionId(),
                new Setpoint(follow.setpoint().power().min(ceiling.power())),
                ceiling,
                follow.validity());
      }
      case SetFallback fallback ->
          new SetFallback(
              fallback.station(),
              bound.ofStation(new Interval(clock.instant(), NEVER), fallback.ceiling()));
      case Release release -> release;
    };
  }

  @Override
  public String subprotocol() {
    return dialect.subprotocol();
  }

  @Override
  public Handled handle(String action, JsonNode payload, StationContext context)
      throws RpcException {
    return dialect.handle(action, payload, context);
  }

  @Override
  public List<StationEvent> overhear(
      String action, JsonNode request, JsonNode response, StationContext context)
      throws RpcException {
    return dialect.overhear(action, request, response, context);
  }

  @Override
  public RelayWords relayWords() {
    return dialect.relayWords();
  }

  @Override
  public Optional<String> findRefusal(String action, JsonNode response) throws RpcException {
    return dialect.findRefusal(action, response);
  }

  @Override
  public String spell(RpcErrorCode code) {
    return dialect.spell(code);
  }

  @Override
  public boolean answersUnreadable() {
    return dialect.answersUnreadable();
  }
}
