package energy.setpoint.simulation.station;

import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.simulation.station.state.Arrival;
import energy.setpoint.simulation.station.state.ConnectorState;
import energy.setpoint.simulation.station.state.Reservation;
import java.time.Instant;
import java.util.Optional;

/** Who is at an EVSE, for whom it is kept, and whether it is in operation. Not thread-safe. */
final class Occupancy {

  private Optional<Arrival> arrival = Optional.empty();
  private Optional<Reservation> reservation = Optional.empty();
  private boolean operative = true;
  private boolean finished;

  Optional<Arrival> arrival() {
    return arrival;
  }

  boolean isOperative() {
    return operative;
  }

  void arrive(Arrival arriving) {
    arrival = Optional.of(arriving);
    finished = false;
  }

  /** The same vehicle, if there is one, with other wishes. */
  void replan(Optional<Instant> departure, StateOfCharge wanted) {
    arrival =
        arrival.map(a -> new Arrival(a.vehicle(), a.token(), departure, wanted, a.tellsNeeds()));
  }

  void leave() {
    arrival = Optional.empty();
    finished = false;
  }

  /** A transaction has ended; the vehicle is still there. */
  void finish() {
    finished = true;
  }

  /** As if the vehicle had just come. */
  void beginAnew() {
    finished = false;
  }

  /** Empty when nobody is waited for any more. */
  void reserve(Optional<Reservation> by) {
    reservation = by;
  }

  Optional<Reservation> reservation() {
    return reservation;
  }

  /** H03.FR.01: a reserved EVSE serves the token that it is kept for. */
  boolean admits(String token) {
    return reservation.filter(kept -> !kept.token().equals(token)).isEmpty();
  }

  /** True when a vehicle waits there that may start under a token. */
  boolean awaits(String token) {
    return arrival.isPresent() && operative && admits(token);
  }

  void operate(boolean on) {
    operative = on;
  }

  ConnectorState stateWithoutTransaction() {
    if (!operative) {
      return ConnectorState.UNAVAILABLE;
    }
    if (arrival.isPresent()) {
      return finished ? ConnectorState.FINISHING : ConnectorState.PREPARING;
    }
    return reservation.isPresent() ? ConnectorState.RESERVED : ConnectorState.AVAILABLE;
  }
}
