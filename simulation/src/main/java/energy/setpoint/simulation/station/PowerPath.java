package energy.setpoint.simulation.station;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.simulation.grid.Deviation;
import energy.setpoint.simulation.grid.GridCode;
import energy.setpoint.simulation.grid.GridState;
import energy.setpoint.simulation.grid.Inverter;
import energy.setpoint.simulation.physics.Offer;
import energy.setpoint.simulation.physics.SimulatedEvse;
import energy.setpoint.simulation.physics.SimulatedVehicle;
import energy.setpoint.simulation.profile.offer.Allowance;
import energy.setpoint.simulation.station.habit.Obedience;
import energy.setpoint.simulation.station.state.ConnectorState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What flows through an EVSE, and what that is called. Not thread-safe. */
final class PowerPath {

  private static final double GOLDEN_RATIO = 0.618;

  private final SimulatedEvse physics;
  private final Follower follower = new Follower();
  private final Optional<Inverter> inverter;
  private Offer offer = Offer.NONE;

  PowerPath(SimulatedEvse physics) {
    this.physics = physics;
    this.inverter =
        physics.evse().bidirectional()
            ? Optional.of(new Inverter(physics.evse().maximum(), luck(physics)))
            : Optional.empty();
  }

  /** Which part of a random delay an EVSE waits: spread evenly, and the same in every run. */
  private static double luck(SimulatedEvse physics) {
    return physics.evse().ref().number() * GOLDEN_RATIO % 1;
  }

  /** Its inverter, if it has one, obeys these functions from now on. */
  void govern(GridCode code, GridState grid) {
    inverter.ifPresent(i -> i.govern(code, grid));
  }

  /** Why its inverter does not do what the profiles say. */
  Optional<Deviation> deviation() {
    return inverter.flatMap(Inverter::deviation);
  }

  Offer offer() {
    return offer;
  }

  /** Lives through some time in which energy may flow. */
  void advance(Duration elapsed, Allowance allowed, Obedience obedience, Instant now) {
    Offer told = follower.follow(allowed.offer(), physics.evse(), obedience, now);
    offer = inverter.map(i -> i.shape(told, physics.current(), elapsed)).orElse(told);
    physics.usePhases(allowed.numberPhases().orElse(3), allowed.phaseToUse().orElse(1));
    physics.advance(elapsed, offer);
  }

  /** Lives through some time in which none may. */
  void idle(Duration elapsed) {
    follower.stop();
    inverter.ifPresent(Inverter::rest);
    offer = Offer.NONE;
    physics.advance(elapsed, offer);
  }

  /**
   * The state of a transaction.
   *
   * @param before the state until now, which stays while the vehicle has not reacted yet
   */
  ConnectorState state(ConnectorState before) {
    if (physics.current().milliamps() != 0) {
      return ConnectorState.CHARGING;
    }
    boolean following = offer.setpoint().filter(s -> s.milliamps() != 0).isPresent();
    Current least = physics.evse().minimum().max(Current.ofMilliamps(1));
    if (!following && least.isMoreThan(offer.limit())
        || offer.setpoint().filter(s -> s.milliamps() == 0).isPresent()) {
      return ConnectorState.SUSPENDED_EVSE;
    }
    if (physics.vehicle().filter(SimulatedVehicle::isFull).isPresent()) {
      return ConnectorState.SUSPENDED_EV;
    }
    return before;
  }
}
