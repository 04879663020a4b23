package energy.setpoint.app.web.order;

import energy.setpoint.app.plan.json.Findings;
import energy.setpoint.app.plan.json.InvalidDocument;
import energy.setpoint.app.plan.json.Lists;
import energy.setpoint.core.control.order.Order;
import energy.setpoint.core.intent.OperatingMode;
import energy.setpoint.core.intent.OperatingMode.CurvePoint;
import energy.setpoint.core.order.Manner;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.time.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Turns documents into orders that stand, and tells all mistakes at once. */
final class StandingOrderReader {

  private final StandingOrderDocument document;
  private final Findings findings = Findings.ofDocument();

  private StandingOrderReader(StandingOrderDocument document) {
    this.document = document;
  }

  /**
   * @param now from which an order holds that does not say so
   * @throws InvalidDocument with all mistakes
   */
  static Order.Stand read(StandingOrderDocument document, EvseRef evse, Instant now) {
    return new StandingOrderReader(document).read(evse, now);
  }

  private Order.Stand read(EvseRef evse, Instant now) {
    Optional<Interval> validity = validity(now);
    Optional<Manner> manner = manner();
    findings.throwIfAny(InvalidDocument.Kind.IMPOSSIBLE);
    return new Order.Stand(evse, manner.orElseThrow(), validity.orElseThrow());
  }

  private Optional<Interval> validity(Instant now) {
    if (document.until().isEmpty()) {
      findings.at("until").add("This is missing, expected a time.");
    }
    return document
        .until()
        .flatMap(until ->
            findings.at("until").attempt(() -> new Interval(document.from().orElse(now), until)));
  }

  private Optional<Manner> manner() {
    long said =
        List.of(document.operate(), document.phases(), document.phaseLimits()).stream()
            .filter(Optional::isPresent)
            .count();
    if (said != 1) {
      findings.add(
          "Expected exactly one of operate, phases and phaseLimits, but got " + said + ".");
      return Optional.empty();
    }
    return document
        .operate()
        .flatMap(this::operate)
        .or(() -> document.phases().flatMap(this::phases))
        .or(() -> document.phaseLimits().flatMap(this::phaseLimits));
  }

  private Optional<Manner> phases(StandingOrderDocument.Phases said) {
    Findings at = findings.at("phases");
    int count = said.count().orElse(0);
    return at.attempt(() -> new Manner.OnPhases(count, said.onto()));
  }

  private Optional<Manner> phaseLimits(StandingOrderDocument.PhaseLimits said) {
    return findings
        .at("phaseLimits")
        .attempt(() ->
            new Manner.EachPhase(
                Lists.present(said.currentA()).stream().map(Current::ofAmps).toList()));
  }

  private Optional<Manner> operate(StandingOrderDocument.Operate said) {
    Findings at = findings.at("operate");
    int before = findings.count();
    if (said.mode().isEmpty()) {
      at.at("mode").add("This is missing, expected a way to act.");
      return Optional.empty();
    }
    StandingOrderDocument.Mode mode = said.mode().get();
    boolean idle = mode == StandingOrderDocument.Mode.IDLE;
    double most = idle ? 0 : required(at, said.currentA(), "currentA");
    Optional<OperatingMode> read = at.attempt(() -> mode(mode, said, at));
    return findings.count() == before
        ? read.flatMap(
            it -> at.at("currentA").attempt(() -> new Manner.ActByItself(it, Current.ofAmps(most))))
        : Optional.empty();
  }

  private static OperatingMode mode(
      StandingOrderDocument.Mode mode, StandingOrderDocument.Operate said, Findings at) {
    Supplier<Power> floor = () -> Power.ofWatts(said.floorW().orElse(0.0));
    return switch (mode) {
      case EXTERNAL_LIMITS -> new OperatingMode.ExternalLimits(floor.get());
      case EXTERNAL_SETPOINT -> new OperatingMode.ExternalSetpoint(floor.get());
      case LOCAL_LOAD_BALANCING -> new OperatingMode.LocalLoadBalancing(floor.get());
      case CENTRAL_FREQUENCY ->
          new OperatingMode.CentralFrequency(
              Power.ofWatts(required(at, said.setpointW(), "setpointW")));
      case LOCAL_FREQUENCY ->
          new OperatingMode.LocalFrequency(
              Power.ofWatts(said.baselineW().orElse(0.0)),
              curve(said.response(), at.at("response")),
              curve(said.reserve(), at.at("reserve")));
      case IDLE ->
          new OperatingMode.Idle(
              said.evseSleep().orElse(false), said.preconditioning().orElse(false));
    };
  }

  private static List<CurvePoint> curve(List<StandingOrderDocument.Point> said, Findings at) {
    List<CurvePoint> points = new ArrayList<>();
    List<StandingOrderDocument.Point> all = Lists.present(said);
    for (int i = 0; i < all.size(); i++) {
      points.add(
          new CurvePoint(
              required(at.at(i), all.get(i).at(), "at"),
              Power.ofWatts(required(at.at(i), all.get(i).powerW(), "powerW"))));
    }
    return points;
  }

  /** A harmless value where it is missing, which is a mistake then. */
  private static double required(Findings at, Optional<Double> value, String key) {
    if (value.isEmpty()) {
      at.at(key).add("This is missing, expected a number.");
    }
    return value.orElse(0.0);
  }
}
