package energy.setpoint.app.web.order;

import energy.setpoint.core.intent.OperatingMode;
import energy.setpoint.core.intent.OperatingMode.CurvePoint;
import energy.setpoint.core.order.Manner;
import energy.setpoint.core.order.StandingOrder;
import energy.setpoint.core.quantity.Current;
import java.util.List;
import java.util.Optional;

/** Shows orders that stand as the documents that placed them. */
final class StandingOrderWriter {

  private StandingOrderWriter() {}

  static StandingOrderDocument write(StandingOrder order) {
    return new StandingOrderDocument(
        Optional.of(order.validity().start()),
        Optional.of(order.validity().end()),
        order.manner() instanceof Manner.ActByItself act
            ? Optional.of(operate(act))
            : Optional.empty(),
        order.manner() instanceof Manner.OnPhases on
            ? Optional.of(new StandingOrderDocument.Phases(Optional.of(on.phases()), on.onto()))
            : Optional.empty(),
        order.manner() instanceof Manner.EachPhase each
            ? Optional.of(
                new StandingOrderDocument.PhaseLimits(
                    each.most().stream().map(Current::amps).toList()))
            : Optional.empty());
  }

  private static StandingOrderDocument.Operate operate(Manner.ActByItself act) {
    Optional<Double> none = Optional.empty();
    double most = act.most().amps();
    return switch (act.mode()) {
      case OperatingMode.ExternalLimits it ->
          bounded(StandingOrderDocument.Mode.EXTERNAL_LIMITS, most, it.floor().watts());
      case OperatingMode.ExternalSetpoint it ->
          bounded(StandingOrderDocument.Mode.EXTERNAL_SETPOINT, most, it.floor().watts());
      case OperatingMode.LocalLoadBalancing it ->
          bounded(StandingOrderDocument.Mode.LOCAL_LOAD_BALANCING, most, it.floor().watts());
      case OperatingMode.CentralFrequency it ->
          operate(
              StandingOrderDocument.Mode.CENTRAL_FREQUENCY,
              most,
              none,
              Optional.of(it.setpoint().watts()));
      case OperatingMode.LocalFrequency it -> localFrequency(it, most);
      case OperatingMode.Idle it ->
          new StandingOrderDocument.Operate(
              Optional.of(StandingOrderDocument.Mode.IDLE),
              none,
              none,
              none,
              none,
              List.of(),
              List.of(),
              Optional.of(it.evseSleep()),
              Optional.of(it.preconditioning()));
    };
  }

  private static StandingOrderDocument.Operate bounded(
      StandingOrderDocument.Mode mode, double most, double floor) {
    return operate(mode, most, Optional.of(floor), Optional.empty());
  }

  private static StandingOrderDocument.Operate operate(
      StandingOrderDocument.Mode mode,
      double most,
      Optional<Double> floor,
      Optional<Double> setpoint) {
    return new StandingOrderDocument.Operate(
        Optional.of(mode),
        Optional.of(most),
        floor,
        setpoint,
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static StandingOrderDocument.Operate localFrequency(
      OperatingMode.LocalFrequency mode, double most) {
    return new StandingOrderDocument.Operate(
        Optional.of(StandingOrderDocument.Mode.LOCAL_FREQUENCY),
        Optional.of(most),
        Optional.empty(),
        Optional.empty(),
        Optional.of(mode.baseline().watts()),
        curve(mode.response()),
        curve(mode.reserve()),
        Optional.empty(),
        Optional.empty());
  }

  private static List<StandingOrderDocument.Point> curve(List<CurvePoint> points) {
    return points.stream()
        .map(it ->
            new StandingOrderDocument.Point(Optional.of(it.at()), Optional.of(it.power().watts())))
        .toList();
  }
}
