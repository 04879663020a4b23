package energy.setpoint.app.web.order;

import energy.setpoint.app.engine.EngineView;
import energy.setpoint.app.web.api.StationWait;
import energy.setpoint.app.web.problem.ProblemType;
import energy.setpoint.app.web.problem.Refusal;
import energy.setpoint.core.control.guard.Overload;
import energy.setpoint.core.control.order.Order;
import energy.setpoint.core.control.order.OrderResult;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Hands orders to the engine, and answers requests with what became of them. */
@Component
final class Orders {

  private final EngineView engine;

  Orders(EngineView engine) {
    this.engine = engine;
  }

  /** A station of the site; one that is not there is refused. */
  StationId require(String station) {
    return engine.site().stations().stream()
        .map(it -> it.id())
        .filter(id -> id.value().equals(station))
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("station", station));
  }

  /** An EVSE of the site; one that is not there is refused. */
  EvseRef require(String station, int evse) {
    StationId id = require(station);
    return engine
        .site()
        .evses()
        .map(Evse::ref)
        .filter(ref -> ref.station().equals(id) && ref.number() == evse)
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("EVSE of " + station, String.valueOf(evse)));
  }

  /**
   * @throws Refusal when the site file forbids it, no fuse bears it, or the station did not accept
   */
  OrderTaken submit(Order order) {
    String action = action(order);
    if (!engine.stations().allows(action)) {
      throw new Refusal(ProblemType.FORBIDDEN, "The site file does not allow '" + action + "'.");
    }
    return switch (StationWait.of(engine.order(order))) {
      case OrderResult.Taken _ -> new OrderTaken(false, List.of());
      case OrderResult.Answered it -> taken(it.outcome());
      case OrderResult.TooMuch it -> throw tooMuch(it.overloads());
      case OrderResult.Impossible it -> throw new Refusal(ProblemType.NOT_APPLICABLE, it.reason());
    };
  }

  private static OrderTaken taken(IntentOutcome outcome) {
    return switch (outcome) {
      case IntentOutcome.Accepted accepted -> new OrderTaken(true, accepted.losses());
      case IntentOutcome.Refused refused ->
          throw new Refusal(ProblemType.STATION_REFUSED, refused.reason());
      case IntentOutcome.Unanswered unanswered ->
          throw new Refusal(ProblemType.STATION_SILENT, unanswered.reason());
      case IntentOutcome.NotSent notSent ->
          throw new Refusal(ProblemType.NOT_SENT, notSent.reason());
    };
  }

  private static Refusal tooMuch(List<Overload> overloads) {
    String figures =
        overloads.stream().map(Overload::toString).collect(Collectors.joining("; ", "", "."));
    return new Refusal(
        ProblemType.TOO_MUCH,
        "No fuse may carry more than its rating, but " + figures,
        Map.of("overloads", overloads.stream().map(Exceeded::of).toList()));
  }

  /** A limit that would be exceeded. */
  record Exceeded(String limit, double wouldCarryA, double mostA) {

    static Exceeded of(Overload overload) {
      return new Exceeded(overload.limit(), overload.wouldCarry().amps(), overload.most().amps());
    }
  }

  /** What it is on the wire, which is how the site file names what people may send. */
  private static String action(Order order) {
    return switch (order) {
      case Order.Prioritize _ -> "UsePriorityCharging";
      case Order.AllowServices _ -> "NotifyAllowedEnergyTransfer";
      case Order.CallReserve _ -> "AFRRSignal";
      case Order.OfferPriority _,
          Order.WithdrawPriority _,
          Order.CapStation _,
          Order.UncapStation _,
          Order.Stand _,
          Order.Lift _ ->
          "SetChargingProfile";
    };
  }
}
