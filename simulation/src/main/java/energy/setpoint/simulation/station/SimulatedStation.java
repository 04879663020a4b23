package energy.setpoint.simulation.station;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.Station;
import energy.setpoint.core.site.StationId;
import energy.setpoint.simulation.physics.Offer;
import energy.setpoint.simulation.physics.SimulatedEvse;
import energy.setpoint.simulation.profile.ChargingProfile;
import energy.setpoint.simulation.profile.ProfileStack;
import energy.setpoint.simulation.profile.RunningTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SequencedMap;
import java.util.concurrent.locks.ReentrantLock;
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
  private final StationSettings settings;
  private final ProfileStack profiles;
  private final Uplink uplink;
  private final SequencedMap<Integer, EvseUnit> units = new LinkedHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private Instant now;
  private boolean powered = true;
  private boolean afterReset;
  private final Queue<String> asked = new ArrayDeque<>();

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
    this.station = station;
    this.messages = messages;
    this.transport = transport;
    this.settings = settings;
    this.now = start;
    this.profiles = new ProfileStack(messages.profileRules(), station.evses(), voltage);
    this.uplink = new Uplink(new Life(), settings, start);
    for (Evse evse : station.evses()) {
      SimulatedEvse physics = new SimulatedEvse(evse, voltage, Energy.ZERO);
      units.put(
          evse.ref().number(),
          new EvseUnit(id().value(), physics, messages, profiles, uplink, start));
    }
  }

  public StationId id() {
    return station.id();
  }

  /** Lives until an instant; does nothing when that has passed already. */
  public void advance(Instant to) {
    locked(() -> {
      Duration elapsed = Duration.between(now, to);
      if (elapsed.isPositive()) {
        Instant before = now;
        now = to;
        if (powered) {
          live(before, elapsed);
        }
      }
    });
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

  /** Power is lost: nothing flows and nothing is said. */
  public void cutPower() {
    locked(() -> {
      powered = false;
      uplink.restart();
      units.values().forEach(unit -> unit.physics().interrupt());
    });
  }

  /** Power is back: transactions end (they were cut), the station boots, vehicles start anew. */
  public void restorePower() {
    locked(() -> {
      if (!powered) {
        powered = true;
        reboot(EndReason.POWER_LOSS);
      }
    });
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
    lock.lock();
    try {
      return profiles.profiles();
    } finally {
      lock.unlock();
    }
  }

  public StationSnapshot snapshot() {
    lock.lock();
    try {
      List<EvseSnapshot> evses = units.values().stream().map(EvseUnit::snapshot).toList();
      return new StationSnapshot(
          id(), messages.subprotocol(), powered, uplink.isOnline(), uplink.queued(), evses);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    locked(uplink::close);
  }

  private void live(Instant before, Duration elapsed) {
    uplink.advance(now);
    for (String message = asked.poll(); message != null; message = asked.poll()) {
      carryOut(message);
    }
    profiles.offlineFor(uplink.offlineFor());
    Map<Integer, Offer> offers = profiles.offers(running(), now, uplink.offlineFor());
    units
        .values()
        .forEach(u -> u.advance(now, elapsed, offers.getOrDefault(u.number(), Offer.NONE)));
    meterWhenDue(before);
  }

  private void meterWhenDue(Instant before) {
    long period = settings.meterPeriod().toMillis();
    long tick = Math.floorDiv(now.toEpochMilli(), period);
    if (tick > Math.floorDiv(before.toEpochMilli(), period)) {
      Instant at = Instant.ofEpochMilli(tick * period);
      units.values().forEach(unit -> unit.clockMeter(at, settings.metersWhileIdle()));
    }
  }

  /** What the engine has asked for and been told "Accepted" a moment ago. */
  private void carryOut(String message) {
    switch (message) {
      case Controls.RESET -> {
        afterReset = true;
        uplink.restart();
        reboot(EndReason.REBOOT);
      }
      case "BootNotification" -> uplink.send(bootCall(), answer -> {});
      case "Heartbeat" -> uplink.send(new Call("Heartbeat", Json.object()), answer -> {});
      case "StatusNotification" -> units.values().forEach(EvseUnit::repeatStatus);
      default -> units.values().forEach(unit -> unit.clockMeter(now, true));
    }
  }

  private Call bootCall() {
    String name = id().value();
    String serial = name.substring(0, Math.min(25, name.length()));
    return messages.boot(new StationCard("Setpoint", "Simulated", serial, "1.0"), afterReset);
  }

  private void reboot(EndReason reason) {
    units.values().forEach(unit -> unit.end(reason));
    units.values().forEach(EvseUnit::wakeUp);
  }

  private List<RunningTransaction> running() {
    return units.values().stream().map(EvseUnit::running).flatMap(Optional::stream).toList();
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

  /** What the uplink needs of its station. */
  private final class Life implements Uplink.Owner {

    private final Controls controls =
        new Controls(profiles, units, SimulatedStation.this::running, () -> now, asked::add);

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
      return bootCall();
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
  }
}
