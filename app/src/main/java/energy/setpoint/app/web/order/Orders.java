package energy.setpoint.app.web.order;

import energy.setpoint.app.engine.EngineView;
import energy.setpoint.app.web.api.KnownPlaces;
import energy.setpoint.app.web.api.StationWait;
import energy.setpoint.app.web.problem.ProblemType;
import energy.setpoint.app.web.problem.Refusal;
import energy.setpoint.core.control.guard.Overload;
import energy.setpoint.core.control.order.Order;
import energy.setpoint.core.control.order.OrderResult;
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
  private final KnownPlaces places;

  Orders(EngineView engine) {
    this.engine = engine;
    this.places = new KnownPlaces(engine);
  }

  StationId require(String station) {
    return places.require(station);
  }

  EvseRef require(String station, int evse) {
    return places.require(places.require(station), evse);
  }

  /**
   * @throws Refusal when the site file forbids it, no fuse bears it, or the station did not accept
   */
  OrderTaken submit(Order order) {
    places.demandAllowed(action(order));
    return switch (StationWait.of(engine.order(order))) {
      case OrderResult.Taken _ -> new OrderTaken(false, List.of());
      case OrderResult.Answered it -> new OrderTaken(true, KnownPlaces.losses(it.outcome()));
      case OrderResult.TooMuch it -> throw tooMuch(it.overloads());
      case OrderResult.Impossible it -> throw new Refusal(ProblemType.NOT_APPLICABLE, it.reason());
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
