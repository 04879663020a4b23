package energy.setpoint.core.control;

import energy.setpoint.core.event.EvseStatus;
import energy.setpoint.core.plan.PlanId;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.SiteId;
import energy.setpoint.core.site.StationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything about a site at one moment, for people and metrics. Immutable.
 *
 * @param gridPower measured; empty when no grid meter is fresh
 * @param uncontrolled estimated; empty when unknown
 * @param importLimit in force now
 * @param alerts what an operator should look at, for people
 */
public record SiteSnapshot(
    SiteId site,
    Instant at,
    Optional<Power> gridPower,
    Optional<Power> uncontrolled,
    Power importLimit,
    EnergyPrice importPrice,
    Optional<PlanId> plan,
    List<StationView> stations,
    List<EvseView> evses,
    List<LedgerView> ledgers,
    List<DeviceView> devices,
    List<CircuitView> circuits,
    List<String> alerts) {

  public SiteSnapshot {
    stations = List.copyOf(stations);
    evses = List.copyOf(evses);
    ledgers = List.copyOf(ledgers);
    devices = List.copyOf(devices);
    circuits = List.copyOf(circuits);
    alerts = List.copyOf(alerts);
  }

  /** The same with what others have noticed. */
  public SiteSnapshot withMoreAlerts(List<String> more) {
    if (more.isEmpty()) {
      return this;
    }
    List<String> all = new ArrayList<>(alerts);
    all.addAll(more);
    return new SiteSnapshot(
        site,
        at,
        gridPower,
        uncontrolled,
        importLimit,
        importPrice,
        plan,
        stations,
        evses,
        ledgers,
        devices,
        circuits,
        all);
  }

  /**
   * A station.
   *
   * @param protocol the OCPP subprotocol; empty until it connected
   * @param description vendor, model and firmware; empty until it booted
   * @param lastSeen the last event from it; empty until there was one
   */
  public record StationView(
      StationId id,
      boolean connected,
      Optional<String> protocol,
      Optional<String> description,
      Optional<Instant> lastSeen,
      boolean fallbackConfirmed) {}

  /**
   * An EVSE.
   *
   * @param measured power; empty when stale
   * @param measuredCurrents on the grid's phases; empty when stale
   * @param wanted what the guard decided, per phase; negative feeds back
   * @param confirmed what the station confirmed, per phase; empty when nothing is in force
   * @param mayDraw what it is budgeted at, per phase
   * @param reason why the guard decided so, for people
   */
  public record EvseView(
      EvseRef ref,
      EvseStatus status,
      Optional<ChargingSession> session,
      Optional<StateOfCharge> soc,
      Optional<Power> measured,
      Optional<PhaseCurrents> measuredCurrents,
      Current wanted,
      Optional<Current> confirmed,
      Current mayDraw,
      int phases,
      String reason) {}

  /**
   * A meter, inverter or battery.
   *
   * @param kind {@code meter}, {@code inverter} or {@code battery}
   * @param stale true when there is no reading that may still be believed
   * @param lastReading empty until there was one
   * @param setpoint what a battery was told last
   */
  public record DeviceView(
      DeviceId id,
      String kind,
      boolean stale,
      Optional<Instant> lastReading,
      Optional<Power> power,
      Optional<StateOfCharge> soc,
      Optional<Power> setpoint) {}

  /**
   * A circuit.
   *
   * @param occupied what loads outside the engine's control are counted at
   * @param budgeted what controlled devices may be drawing, at the most
   */
  public record CircuitView(
      CircuitId id, PhaseCurrents fuse, PhaseCurrents occupied, PhaseCurrents budgeted) {}
}
