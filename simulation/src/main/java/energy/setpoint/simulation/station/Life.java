package energy.setpoint.simulation.station;

import energy.setpoint.simulation.profile.offer.Allowance;
import energy.setpoint.simulation.profile.stack.ProfileStack;
import energy.setpoint.simulation.station.habit.Habits;
import energy.setpoint.simulation.station.line.Call;
import energy.setpoint.simulation.station.line.Outbox.Keep;
import energy.setpoint.simulation.station.line.StationSettings;
import energy.setpoint.simulation.station.line.TransactionMessage;
import energy.setpoint.simulation.station.line.Uplink;
import energy.setpoint.simulation.station.state.BootReason;
import energy.setpoint.simulation.station.state.EndReason;
import energy.setpoint.simulation.station.state.StationCard;
import energy.setpoint.simulation.station.state.StationType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** The course of a station's life: steps, meter readings, restarts. Not thread-safe. */
final class Life {

  /** What a life is made of. */
  record Parts(
      String name,
      StationType type,
      MessageSet messages,
      ProfileStack stack,
      Collection<EvseUnit> units,
      Uplink uplink,
      StationSettings settings) {}

  private final Parts parts;
  private final Queue<Runnable> asked = new ArrayDeque<>();
  private Habits habits = Habits.GOOD;
  private Instant trueNow;
  private Instant awakeFrom = Instant.MIN;
  private Duration meterPeriod;
  private boolean powered = true;
  private final Restarts restarts = new Restarts();
  private Optional<String> newFirmware = Optional.empty();

  Life(Parts parts, Instant start) {
    this.parts = parts;
    this.trueNow = start;
    this.meterPeriod = parts.settings().meterPeriod();
  }

  /** The time by the station's own clock. */
  Instant now() {
    return trueNow.plus(habits.clockSkew());
  }

  Habits habits() {
    return habits;
  }

  void adopt(Habits other) {
    habits = other;
  }

  boolean isOnline() {
    return parts.uplink().isOnline();
  }

  boolean isPowered() {
    return powered;
  }

  Duration meterPeriod() {
    return meterPeriod;
  }

  void meterEvery(Duration period) {
    meterPeriod = period;
  }

  void heartbeatEvery(Duration interval) {
    parts.uplink().heartbeatEvery(interval);
  }

  /** Does something soon, after the answer to what is being answered now. */
  void ask(Runnable task) {
    asked.add(task);
  }

  /** Sends a message of a transaction, now or later. */
  void tell(TransactionMessage message) {
    parts.uplink().deliver(message, Keep.ALWAYS, answer -> {});
  }

  void rebootWhen(boolean idle, BootReason why) {
    restarts.want(idle, why);
  }

  /** What it boots with from the next restart on. */
  void installFirmware(String version) {
    newFirmware = Optional.of(version);
  }

  void cutPower() {
    powered = false;
    parts.uplink().restart();
    parts.units().forEach(unit -> unit.physics().interrupt());
  }

  void restorePower() {
    if (!powered) {
      powered = true;
      restarts.powerUp();
      restart(EndReason.POWER_LOSS);
    }
  }

  /** Lives until an instant; does nothing when that has passed already. */
  void advance(Instant to, StationControls station) {
    Duration elapsed = Duration.between(trueNow, to);
    if (!elapsed.isPositive()) {
      return;
    }
    trueNow = to;
    if (powered && !to.isBefore(awakeFrom)) {
      live(elapsed, station);
    }
  }

  private void live(Duration elapsed, StationControls station) {
    Instant now = now();
    parts.uplink().advance(now);
    station.errands().advance(now);
    for (Runnable task = asked.poll(); task != null; task = asked.poll()) {
      task.run();
    }
    station.reservations().advance(now);
    Duration offline = parts.uplink().offlineFor();
    parts.stack().offlineFor(offline);
    Map<Integer, Allowance> allowed = station.profiles().allowances(offline);
    parts
        .units()
        .forEach(unit ->
            unit.advance(
                now,
                elapsed,
                allowed.getOrDefault(unit.number(), Allowance.NONE),
                habits.obedience()));
    station.profiles().renegotiate();
    parts.messages().live(station);
    meterWhenDue(now.minus(elapsed), now);
    rebootWhenDue(station);
  }

  private void meterWhenDue(Instant before, Instant now) {
    long period = meterPeriod.toMillis();
    if (period == 0) {
      return;
    }
    long tick = Math.floorDiv(now.toEpochMilli(), period);
    if (tick > Math.floorDiv(before.toEpochMilli(), period)) {
      Instant at = Instant.ofEpochMilli(tick * period);
      boolean evenIdle = parts.settings().metersWhileIdle();
      parts.units().forEach(unit -> unit.clockMeter(at, evenIdle));
    }
  }

  private void rebootWhenDue(StationControls station) {
    boolean idle = parts.units().stream().allMatch(unit -> unit.transaction().isEmpty());
    if (!restarts.isDue(idle)) {
      return;
    }
    parts.units().forEach(unit -> unit.end(EndReason.REBOOT));
    boolean allSaid = !isOnline() || parts.uplink().queued() == 0;
    if (restarts.mayBegin(trueNow, allSaid)) {
      restarts.begin();
      station.errands().forget();
      station.upkeep().interrupt();
      parts.uplink().restart();
      awakeFrom = trueNow.plus(parts.type().rebootTime());
      restart(EndReason.REBOOT);
    }
  }

  private void restart(EndReason reason) {
    parts.units().forEach(unit -> unit.end(reason));
    parts.stack().rebooted();
    if (habits.forgetsProfiles()) {
      parts.stack().forgetAll();
    }
    parts
        .units()
        .forEach(unit -> {
          unit.physics().interrupt();
          unit.wakeUp();
        });
  }

  Call boot() {
    return boot(restarts.reason());
  }

  Call boot(BootReason why) {
    StationCard card = parts.type().card().named(parts.name());
    return parts.messages().boot(newFirmware.map(card::withFirmware).orElse(card), why);
  }
}
