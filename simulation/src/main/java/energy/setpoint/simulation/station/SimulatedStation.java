package energy.setpoint.simulation.station;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.Station;
import energy.setpoint.core.site.StationId;
import energy.setpoint.simulation.physics.SimulatedEvse;
import energy.setpoint.simulation.profile.ChargingProfile;
import energy.setpoint.simulation.profile.ProfileStack;
import energy.setpoint.simulation.profile.Surroundings;
import energy.setpoint.simulation.station.habit.Habits;
import energy.setpoint.simulation.station.habit.Reply;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A charging station with its vehicles. It lives in the time it is given by {@link #advance},
 * whether its transport is a WebSocket or a pipe in memory. Thread-safe.
 */
public final class SimulatedStation implements AutoCloseable {

  private final Station station;
  private final MessageSet messages;
  private final StationTransport transport;
  private final ProfileStack profiles;
  private final Uplink uplink;
  private final Life life;
  private final ExternalSystem external;
  private final StationControls controls;
  private final SequencedMap<Integer, EvseUnit> units = new LinkedHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();

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
    this.station = station;
    this.messages = messages;
    this.transport = transport;
    this.profiles =
        new ProfileStack(type.rules().orElse(messages.profileRules()), station.evses(), voltage);
    this.uplink = new Uplink(new Owner(), settings, start);
    String name = station.id().value();
    this.life =
        new Life(
            new Life.Parts(name, type, messages, profiles, units.values(), uplink, settings),
            start);
    for (Evse evse : station.evses()) {
      SimulatedEvse physics = new SimulatedEvse(evse, voltage, Energy.ZERO);
      units.put(
          evse.ref().number(),
          new EvseUnit(name, physics, messages, profiles, uplink, type.iso15118(), start));
    }
    ProfileDesk desk = new ProfileDesk(profiles, units.values(), life::now, life::habits);
    this.controls =
        new StationControls(
            name,
            type,
            life::now,
            desk,
            new Operations(units.values(), life, desk, () -> uplink.queued() > 0),
            new Memory(),
            new Errands(uplink, life::now),
            life::habits);
    this.external = new ExternalSystem(profiles, units.values(), messages, uplink, life::now);
  }

  public StationId id() {
    return station.id();
  }

  /** Lives until an instant; does nothing when that has passed already. */
  public void advance(Instant to) {
    locked(() -> life.advance(to, controls));
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
    locked(() -> life.adopt(habits));
  }

  public Habits habits() {
    return read(life::habits);
  }

  /** Changes what the station senses of the grid and of external systems. */
  public void sense(UnaryOperator<Surroundings> change) {
    locked(() -> controls.profiles().sense(change.apply(controls.profiles().surroundings())));
  }

  /** The driver presses the button for priority charging (2.1, K22). */
  public void pressPriority(int evse, boolean on) {
    locked(() ->
        unit(evse)
            .transaction()
            .flatMap(Transaction::id)
            .ifPresent(id -> controls.profiles().prioritize(id, on)));
  }

  /** The system beside the engine that limits the station, such as a home energy manager. */
  public void external(Consumer<ExternalSystem> task) {
    locked(() -> task.accept(external));
  }

  /** Power is lost: nothing flows and nothing is said. */
  public void cutPower() {
    locked(life::cutPower);
  }

  /** Power is back: transactions end (they were cut), the station boots, vehicles start anew. */
  public void restorePower() {
    locked(life::restorePower);
  }

  /** Restarts within the next step, whatever goes on. */
  public void reboot() {
    locked(() -> life.rebootWhen(false));
  }

  /** The network is lost without a word; the station goes on charging by its profiles. */
  public void cutNetwork() {
    locked(() -> uplink.network(false));
  }

  public void restoreNetwork() {
    locked(() -> uplink.network(true));
  }

  /** The installed profiles, the highest stack level first. */
  public List<ChargingProfile> profiles() {
    return read(profiles::profiles);
  }

  public StationSnapshot snapshot() {
    return read(() ->
        new StationSnapshot(
            id(),
            messages.subprotocol(),
            life.isPowered(),
            uplink.isOnline(),
            uplink.queued(),
            controls.operations().evses()));
  }

  @Override
  public void close() {
    locked(uplink::close);
  }

  private EvseUnit unit(int evse) {
    EvseUnit unit = units.get(evse);
    if (unit == null) {
      throw new IllegalArgumentException("Station " + id() + " has no EVSE " + evse + ".");
    }
    return unit;
  }

  private void locked(Runnable task) {
    lock.lock();
    try {
      task.run();
    } finally {
      lock.unlock();
    }
  }

  private <T> T read(Supplier<T> value) {
    lock.lock();
    try {
      return value.get();
    } finally {
      lock.unlock();
    }
  }

  /** What the uplink needs of its station. */
  private final class Owner implements Uplink.Owner {

    @Override
    public String name() {
      return id().value();
    }

    @Override
    public void connect(LinkListener listener) {
      transport.connect(id(), messages.subprotocol(), listener);
    }

    @Override
    public Call boot() {
      return life.boot();
    }

    @Override
    public void online(Instant at) {
      units.values().forEach(EvseUnit::repeatStatus);
    }

    @Override
    public void locked(Runnable task) {
      SimulatedStation.this.locked(task);
    }

    @Override
    public ObjectNode answer(String action, JsonNode payload) throws CallRefused {
      return messages.answer(action, payload, controls);
    }

    @Override
    public Reply habit(String action) {
      return life.habits().replyTo(action);
    }

    @Override
    public void disconnect() {
      uplink.cut();
    }

    @Override
    public void reboot() {
      life.rebootWhen(false);
    }
  }
}
