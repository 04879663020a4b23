package energy.setpoint.simulation.physics;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.site.Supply;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/**
 * A vehicle that is plugged in. It follows the EVSE's offer after its reaction time and with its
 * ramp, takes less as it fills, pauses below the minimum current, and gives energy back when asked
 * and able. Not thread-safe.
 */
public final class SimulatedVehicle {

  /** Chargers let go faster than they take, so that a reduction is done within the 5 s allowed. */
  private static final double FASTER_DOWN = 4;

  private record Noticed(Offer offer, double atSecond) {}

  private final VehicleModel model;
  private final StateOfCharge full;
  private final Wakefulness wakefulness;
  private final Queue<Noticed> reacting = new ArrayDeque<>();
  private Offer lastOffer = Offer.NONE;
  private Offer followed = Offer.NONE;
  private double clockSeconds;
  private double storedWattHours;
  private double amps;

  /**
   * @param full where its driver has told it to stop, 1 for a full battery
   */
  public SimulatedVehicle(VehicleModel model, StateOfCharge arrival, StateOfCharge full) {
    this.model = model;
    this.full = full;
    this.wakefulness = new Wakefulness(model.temper());
    this.storedWattHours = arrival.of(model.capacity()).wattHours();
  }

  public SimulatedVehicle(VehicleModel model, StateOfCharge arrival) {
    this(model, arrival, new StateOfCharge(1));
  }

  public VehicleModel model() {
    return model;
  }

  public StateOfCharge full() {
    return full;
  }

  public StateOfCharge soc() {
    return new StateOfCharge(Math.clamp(socFraction(), 0, 1));
  }

  /** What is missing in its battery until it is as full as its driver wants. */
  public Energy missing() {
    return full.of(model.capacity()).minus(new Energy(storedWattHours)).max(Energy.ZERO);
  }

  /** True when it would take nothing even from an unlimited EVSE. */
  public boolean isFull() {
    return socFraction() >= full.fraction() - 1e-9;
  }

  /**
   * Lives through some time.
   *
   * @param elapsed above 0
   * @param phases how many phases are connected; for DC those of the station on the grid side
   * @return the current per connected phase from now on, negative when feeding back
   */
  Current advance(Duration elapsed, Offer offer, Connection connection) {
    double seconds = elapsed.toNanos() / 1e9;
    clockSeconds += seconds;
    notice(offer);
    wakefulness.advance(seconds, isOffered(connection));
    move(target(connection), seconds);
    store(connection.watts(amps), seconds / 3600);
    return Current.ofAmps(amps);
  }

  /** The cable is pulled or the EVSE has lost its supply: no current, at once. */
  void interrupt() {
    amps = 0;
    reacting.clear();
    lastOffer = Offer.NONE;
    followed = Offer.NONE;
  }

  private void notice(Offer offer) {
    if (!offer.equals(lastOffer)) {
      lastOffer = offer;
      reacting.add(new Noticed(offer, clockSeconds + model.reaction().toMillis() / 1000.0));
    }
    for (Noticed next = reacting.peek();
        next != null && next.atSecond() <= clockSeconds + 1e-9;
        next = reacting.peek()) {
      followed = next.offer();
      reacting.remove();
    }
  }

  private boolean isOffered(Connection connection) {
    Current limit = followed.limit();
    return limit.milliamps() > 0 && !connection.minimum().isMoreThan(limit);
  }

  private double target(Connection connection) {
    if (!wakefulness.isAwake()) {
      return 0;
    }
    double excess = followed.limit().amps() > 0 ? model.temper().excess().amps() : 0;
    double most = Math.min(acceptedAmps(connection), followed.limit().amps() + excess);
    double wanted =
        followed
            .setpoint()
            .map(s -> Math.clamp(s.amps(), -givenAmps(connection), most))
            .orElse(most);
    return Math.abs(wanted) < connection.minimum().amps() ? 0 : wanted;
  }

  /** The most it accepts per phase at its present state of charge. */
  private double acceptedAmps(Connection connection) {
    if (isFull()) {
      return 0;
    }
    Power most = connection.supply() == Supply.DC ? model.maxDc() : model.maxAc();
    double tapered = most.watts() * model.curve().shareAt(socFraction());
    double amps = connection.amps(tapered);
    // An on-board charger cannot go below 6 A; towards the end it stays there until the battery is
    // full.
    return connection.supply() == Supply.AC ? Math.max(amps, connection.minimum().amps()) : amps;
  }

  private double givenAmps(Connection connection) {
    return feedIn(connection)
        .filter(able -> socFraction() > able.lowest().fraction())
        .map(able -> connection.amps(able.maximum().watts()))
        .orElse(0.0);
  }

  private Optional<VehicleModel.FeedIn> feedIn(Connection connection) {
    return connection.bidirectional() ? model.feedIn() : Optional.empty();
  }

  private void move(double target, double seconds) {
    double step = model.rampPerSecond().amps() * seconds;
    amps += Math.clamp(target - amps, -FASTER_DOWN * step, step);
  }

  private void store(double watts, double hours) {
    double efficient = watts >= 0 ? watts * model.efficiency() : watts / model.efficiency();
    storedWattHours =
        Math.clamp(storedWattHours + efficient * hours, 0, model.capacity().wattHours());
  }

  private double socFraction() {
    return storedWattHours / model.capacity().wattHours();
  }
}
