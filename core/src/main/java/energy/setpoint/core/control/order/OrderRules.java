package energy.setpoint.core.control.order;

import energy.setpoint.core.order.Manner;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.Supply;
import java.util.Optional;

/** Which orders make sense for an EVSE and its vehicle, whatever the fuses bear. */
final class OrderRules {

  private OrderRules() {}

  /** Why not, in a sentence with the values; empty when it does. */
  static Optional<String> findObstacle(
      Manner manner, Evse evse, ChargingSession session, Voltage voltage) {
    return switch (manner) {
      case Manner.ActByItself act -> obstacle(act, evse, session, voltage);
      case Manner.OnPhases on -> obstacle(on, evse);
      case Manner.EachPhase each -> obstacle(each, evse);
    };
  }

  private static Optional<String> obstacle(
      Manner.ActByItself act, Evse evse, ChargingSession session, Voltage voltage) {
    if (!evse.bidirectional()) {
      return Optional.of("EVSE " + evse.ref() + " is not bidirectional.");
    }
    if (act.most().isMoreThan(evse.maximum())) {
      return Optional.of(
          "The order lets EVSE %s take %s, but it takes at most %s."
              .formatted(evse.ref(), act.most(), evse.maximum()));
    }
    boolean feeds = act.bounds(evse, voltage).feed().milliamps() > 0;
    return feeds && !session.need().mayDischarge()
        ? Optional.of(
            "The order lets EVSE %s feed back, but the vehicle of transaction %s does not."
                .formatted(evse.ref(), session.transactionId()))
        : Optional.empty();
  }

  private static Optional<String> obstacle(Manner.OnPhases on, Evse evse) {
    if (evse.supply() == Supply.DC) {
      return Optional.of("EVSE " + evse.ref() + " is on DC, whose phases cannot be switched.");
    }
    return on.phases() > evse.phases() || evse.phases() == 1
        ? Optional.of(
            "EVSE %s has %d phase(s), so it cannot be switched to %d."
                .formatted(evse.ref(), evse.phases(), on.phases()))
        : Optional.empty();
  }

  private static Optional<String> obstacle(Manner.EachPhase each, Evse evse) {
    if (evse.supply() == Supply.DC) {
      return Optional.of("EVSE " + evse.ref() + " is on DC, which loads its phases alike.");
    }
    return each.most().size() != evse.phases()
        ? Optional.of(
            "EVSE %s has %d phase(s), but the order has limits for %d."
                .formatted(evse.ref(), evse.phases(), each.most().size()))
        : Optional.empty();
  }
}
