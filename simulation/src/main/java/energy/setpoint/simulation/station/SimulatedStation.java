package energy.setpoint.simulation.station;

import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.Station;
import energy.setpoint.core.site.StationId;
import energy.setpoint.simulation.profile.ChargingProfile;
import energy.setpoint.simulation.profile.Surroundings;
import energy.setpoint.simulation.station.habit.Habits;
import energy.setpoint.simulation.station.line.StationSettings;
import energy.setpoint.simulation.station.state.Arrival;
import energy.setpoint.simulation.station.state.BootReason;
import energy.setpoint.simulation.station.state.StationSnapshot;
import energy.setpoint.simulation.station.state.StationType;
import energy.setpoint.simulation.station.state.Transaction;
import energy.setpoint.simulation.station.wire.StationTransport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A charging station with its vehicles. It lives in the time it is given by {@link #advance},
 * whether its transport is a WebSocket or a pipe in memory. Thread-safe.
 */
public final class SimulatedStation implements AutoCloseable {

  private final StationId id;
  private final String subprotocol;
  private final ReentrantLock lock = new ReentrantLock();
  private final Body body;

  /**
   * @param start the site's time at which its life begins
   */
  public SimulatedStation(
      Station station,
      Voltage voltage,
      MessageSet messages,
      StationTransport transport,
      StationSettings settings,
      Instant start) {
    this(station, voltage, messages, transport, settings, StationType.USUAL, start);
  }

  /**
   * @param start the site's time at which its life begins
   */
  public SimulatedStation(
      Station station,
      Voltage voltage,
      MessageSet messages,
      StationTransport transport,
      StationSettings settings,
      StationType type,
      Instant start) {
    this.id = station.id();
    this.subprotocol = messages.subprotocol();
    this.body = new Body(station, voltage, messages, transport, settings, type, start, lock);
  }

  public StationId id() {
    return id;
  }

  /** Lives until an instant; does nothing when that has passed already. */
  public void advance(Instant to) {
    locked(() -> body.life.advance(to, body.controls));
  }

  /**
   * @throws IllegalStateException when the EVSE is occupied
   */
  public void plugIn(int evse, Arrival arrival) {
    locked(() -> unit(evse).plugIn(arrival));
  }

  public void unplug(int evse) {
    locked(() -> unit(evse).unplug());
  }

  /** Behaves so from now on. */
  public void adopt(Habits habits) {
    locked(() -> body.life.adopt(habits));
  }

  public Habits habits() {
    return read(body.life::habits);
  }

  /** Changes what the station senses of the grid and of external systems. */
  public void sense(UnaryOperator<Surroundings> change) {
    locked(() -> {
      ProfileDesk desk = body.controls.profiles();
      desk.sense(change.apply(desk.surroundings()));
    });
  }

  /** The driver presses the button for priority charging (2.1, K22). */
  public void pressPriority(int evse, boolean on) {
    locked(() ->
        unit(evse)
            .transaction()
            .flatMap(Transaction::id)
            .ifPresent(tx -> body.controls.profiles().prioritize(tx, on)));
  }

  /**
   * The driver of a vehicle has other plans than on arrival, and the vehicle tells them where it
   * speaks ISO 15118 (K17, K20).
   */
  public void changePlans(int evse, Optional<Instant> departure, StateOfCharge wanted) {
    locked(() -> unit(evse).changePlans(departure, wanted));
  }

  /** The system beside the engine that limits the station, such as a home energy manager. */
  public void external(Consumer<ExternalSystem> task) {
    locked(() -> task.accept(body.external));
  }

  /**
   * What the driver at an EVSE reads that the transaction has cost so far, with taxes; empty when
   * nobody has said or calculated it.
   */
  public OptionalDouble shownCost(int evse) {
    return read(() ->
        unit(evse).transaction().map(Transaction::shownCost).orElseGet(OptionalDouble::empty));
  }

  /** Power is lost: nothing flows and nothing is said. */
  public void cutPower() {
    locked(body.life::cutPower);
  }

  /** Power is back: transactions end (they were cut), the station boots, vehicles start anew. */
  public void restorePower() {
    locked(body.life::restorePower);
  }

  /** Restarts within the next step, whatever goes on. */
  public void reboot() {
    locked(() -> body.life.rebootWhen(false, BootReason.LOCAL_RESET));
  }

  /** The network is lost without a word; the station goes on charging by its profiles. */
  public void cutNetwork() {
    locked(() -> body.uplink.network(false));
  }

  public void restoreNetwork() {
    locked(() -> body.uplink.network(true));
  }

  /** The installed profiles, the highest stack level first. */
  public List<ChargingProfile> profiles() {
    return read(body.profiles::profiles);
  }

  public StationSnapshot snapshot() {
    return read(() ->
        new StationSnapshot(
            id(),
            subprotocol,
            body.life.isPowered(),
            body.uplink.isOnline(),
            body.uplink.queued(),
            body.controls.places().evses()));
  }

  @Override
  public void close() {
    locked(body.uplink::close);
  }

  private EvseUnit unit(int evse) {
    EvseUnit unit = body.units.get(evse);
    if (unit == null) {
      throw new IllegalArgumentException("Station " + id() + " has no EVSE " + evse + ".");
    }
    return unit;
  }

  private void locked(Runnable task) {
    body.locked(task);
  }

  private <T> T read(Supplier<T> value) {
    lock.lock();
    try {
      return value.get();
    } finally {
      lock.unlock();
    }
  }
}
