package energy.setpoint.simulation.station;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.Station;
import energy.setpoint.simulation.physics.SimulatedEvse;
import energy.setpoint.simulation.profile.stack.ProfileStack;
import energy.setpoint.simulation.station.habit.Reply;
import energy.setpoint.simulation.station.line.Call;
import energy.setpoint.simulation.station.line.CallRefused;
import energy.setpoint.simulation.station.line.Errands;
import energy.setpoint.simulation.station.line.StationSettings;
import energy.setpoint.simulation.station.line.Uplink;
import energy.setpoint.simulation.station.line.UplinkOwner;
import energy.setpoint.simulation.station.state.BootReason;
import energy.setpoint.simulation.station.state.StationType;
import energy.setpoint.simulation.station.wire.LinkListener;
import energy.setpoint.simulation.station.wire.StationTransport;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** All parts of a station, put together. Guarded by the lock that it is given. */
final class Body {

  private final Station station;
  private final MessageSet messages;
  private final StationTransport transport;
  private final ReentrantLock lock;
  final ProfileStack profiles;
  final Uplink uplink;
  final Life life;
  final ExternalSystem external;
  final StationControls controls;
  final SequencedMap<Integer, EvseUnit> units = new LinkedHashMap<>();

  Body(
      Station station,
      Voltage voltage,
      MessageSet messages,
      StationTransport transport,
      StationSettings settings,
      StationType type,
      Instant start,
      ReentrantLock lock) {
    this.station = station;
    this.messages = messages;
    this.transport = transport;
    this.lock = lock;
    String name = station.id().value();
    this.profiles =
        new ProfileStack(type.rules().orElse(messages.profileRules()), station.evses(), voltage);
    this.uplink = new Uplink(new Owner(), settings, start);
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
    Errands errands = new Errands(uplink, life::now);
    Upkeep upkeep = new Upkeep(life, errands, units.values());
    Announcements announcements = new Announcements(life, uplink, units.values(), upkeep);
    this.controls =
        new StationControls(
            name,
            type,
            life::now,
            desk,
            new Places(units.values(), life),
            new Reservations(units.values(), messages, uplink),
            new Operations(units.values(), life, desk, announcements, () -> uplink.queued() > 0),
            new Memory(),
            errands,
            upkeep,
            life::habits);
    this.external = new ExternalSystem(profiles, units.values(), messages, uplink, life::now);
  }

  void locked(Runnable task) {
    lock.lock();
    try {
      task.run();
    } finally {
      lock.unlock();
    }
  }

  /** What the uplink needs of its station. */
  private final class Owner implements UplinkOwner {

    @Override
    public String name() {
      return station.id().value();
    }

    @Override
    public void connect(LinkListener listener) {
      transport.connect(station.id(), messages.subprotocol(), listener);
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
      Body.this.locked(task);
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
      life.rebootWhen(false, BootReason.LOCAL_RESET);
    }
  }
}
