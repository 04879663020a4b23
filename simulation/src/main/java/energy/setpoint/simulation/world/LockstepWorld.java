package energy.setpoint.simulation.world;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.reading.BatteryReading;
import energy.setpoint.core.reading.DeviceReading;
import energy.setpoint.core.reading.InverterReading;
import energy.setpoint.core.reading.MeterReading;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.site.Meter;
import energy.setpoint.core.site.StationId;
import energy.setpoint.simulation.physics.StationaryBattery;
import energy.setpoint.simulation.station.SimulatedStation;
import energy.setpoint.simulation.station.habit.Habits;
import energy.setpoint.simulation.station.state.StationSnapshot;
import energy.setpoint.simulation.station.wire.MemoryTransport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A site in virtual time and in one thread: each call to {@link #advance} lives one step, with
 * stations that speak to the engine through memory. For back-tests; the same seed gives the same
 * run. Not thread-safe.
 */
public final class LockstepWorld implements AutoCloseable {

  private static final Duration FRESH = Duration.ofMinutes(1);

  private final SimulatedSite site;
  private final MemoryTransport transport;
  private final FuseAuditor auditor;

  /**
   * @param door where stations attach to the engine
   */
  public LockstepWorld(Scenario scenario, MemoryTransport.Door door, Instant start) {
    this.transport = new MemoryTransport(door);
    this.auditor = new FuseAuditor(scenario.site().circuits(), Optional.empty());
    this.site = new SimulatedSite(scenario, transport, auditor, start);
  }

  public Instant now() {
    return site.now();
  }

  /** Lives one second and delivers what was said. */
  public SiteFlows advance() {
    return advance(Duration.ofSeconds(1));
  }

  /**
   * Lives one step and delivers what was said.
   *
   * @param step above 0; all loads are constant within it
   */
  public SiteFlows advance(Duration step) {
    settle();
    site.advance(now().plus(step));
    settle();
    return site.flows();
  }

  /** Delivers what the engine has sent meanwhile, and all that is said in answer. */
  public void settle() {
    transport.settle();
  }

  public SiteFlows flows() {
    return site.flows();
  }

  public List<StationSnapshot> stations() {
    return site.stations().stream().map(SimulatedStation::snapshot).toList();
  }

  /**
   * A station behaves so from now on.
   *
   * @throws IllegalArgumentException when there is no such station
   */
  public void adopt(StationId station, Habits habits) {
    find(station).adopt(habits);
  }

  /**
   * A station restarts, whatever is going on.
   *
   * @throws IllegalArgumentException when there is no such station
   */
  public void reboot(StationId station) {
    find(station).reboot();
  }

  private SimulatedStation find(StationId station) {
    return site.findStation(station)
        .orElseThrow(() -> new IllegalArgumentException("There is no station " + station + "."));
  }

  public FuseAuditor auditor() {
    return auditor;
  }

  /** The visits that have ended. */
  public List<VisitResult> visitResults() {
    return site.guests().results();
  }

  /** What the site has taken from the grid since the start. */
  public Energy imported() {
    return site.imported();
  }

  /** What the site has given to the grid since the start. */
  public Energy exported() {
    return site.exported();
  }

  /** What every meter, inverter and battery of the site would report now. */
  public List<DeviceReading> readings() {
    List<DeviceReading> readings = new ArrayList<>();
    SiteFlows flows = site.flows();
    Instant until = now().plus(FRESH);
    for (Meter meter : site.site().meters()) {
      PhaseCurrents into = flows.into(meter.circuit());
      Power power = into.at(site.site().voltage());
      readings.add(new MeterReading(meter.id(), now(), until, power, into));
    }
    flows
        .inverters()
        .forEach((id, power) -> readings.add(new InverterReading(id, now(), until, power)));
    site.batteries()
        .forEach((id, battery) ->
            readings.add(new BatteryReading(id, now(), until, battery.power(), battery.soc())));
    return readings;
  }

  /**
   * Commands a battery, as its connector would.
   *
   * @throws IllegalArgumentException when there is no such battery
   */
  public void commandBattery(DeviceId id, Power setpoint) {
    StationaryBattery battery = site.batteries().get(id);
    if (battery == null) {
      throw new IllegalArgumentException("There is no battery " + id + ".");
    }
    battery.command(setpoint);
  }

  @Override
  public void close() {
    site.close();
    settle();
  }
}
