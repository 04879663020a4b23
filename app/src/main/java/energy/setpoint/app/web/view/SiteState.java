package energy.setpoint.app.web.view;

import energy.setpoint.core.control.SiteSnapshot;
import energy.setpoint.core.control.SiteSnapshot.CircuitView;
import energy.setpoint.core.control.SiteSnapshot.DeviceView;
import energy.setpoint.core.control.SiteSnapshot.StationView;
import energy.setpoint.core.plan.PlanId;
import energy.setpoint.core.quantity.Voltage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A site at one moment. */
@Schema(description = "A site at one moment, as the guard saw it.")
public record SiteState(
    String site,
    @Schema(description = "In the site's time.") Instant at,
    @Schema(description = "Measured at the grid connection; absent when no meter is fresh.")
        Optional<Double> gridW,
    @Schema(description = "Estimated load that is not controlled; absent when unknown.")
        Optional<Double> uncontrolledW,
    @Schema(description = "The most that may be taken from the grid now, in W.")
        double importLimitW,
    @Schema(description = "Of energy from the grid, in the site's currency per kWh.")
        double importPricePerKwh,
    @Schema(description = "The plan that is followed.") Optional<String> plan,
    List<StationState> stations,
    List<EvseState> evses,
    List<DeviceState> devices,
    List<CircuitState> circuits,
    @Schema(description = "What an operator should look at.") List<String> alerts) {

  /** A station at one moment. */
  @Schema(description = "A charging station at one moment.")
  public record StationState(
      String id,
      boolean connected,
      @Schema(description = "The OCPP subprotocol; absent until it connected.", example = "ocpp2.1")
          Optional<String> protocol,
      @Schema(description = "Vendor, model and firmware; absent until it booted.")
          Optional<String> description,
      Optional<Instant> lastSeen,
      @Schema(description = "It confirmed what it falls back to without the engine.")
          boolean fallbackConfirmed) {

    static StationState of(StationView station) {
      return new StationState(
          station.id().value(),
          station.connected(),
          station.protocol(),
          station.description(),
          station.lastSeen(),
          station.fallbackConfirmed());
    }
  }

  /** A device at one moment. */
  @Schema(description = "A meter, inverter or battery at one moment.")
  public record DeviceState(
      String id,
      @Schema(allowableValues = {"meter", "inverter", "battery"}) String kind,
      @Schema(description = "No reading may be believed any more.") boolean stale,
      Optional<Instant> lastReading,
      @Schema(description = "Negative is generation or discharge; absent when stale.")
          Optional<Double> powerW,
      Optional<Double> socPercent,
      @Schema(description = "What a battery was told last; negative discharges.")
          Optional<Double> setpointW) {

    static DeviceState of(DeviceView device) {
      return new DeviceState(
          device.id().value(),
          device.kind(),
          device.stale(),
          device.lastReading(),
          device.power().map(Rounded::watts),
          device.soc().map(Rounded::percent),
          device.setpoint().map(Rounded::watts));
    }
  }

  /** A circuit at one moment. */
  @Schema(description = "A circuit at one moment; each list is for L1, L2 and L3 in A.")
  public record CircuitState(
      String id,
      List<Double> fuseA,
      @Schema(description = "What loads outside the engine's control are counted at.")
          List<Double> occupiedA,
      @Schema(description = "What controlled devices may be drawing at the most.")
          List<Double> budgetedA,
      @Schema(description = "What is left of the fuse.") List<Double> headroomA) {

    static CircuitState of(CircuitView circuit) {
      return new CircuitState(
          circuit.id().value(),
          Rounded.amps(circuit.fuse()),
          Rounded.amps(circuit.occupied()),
          Rounded.amps(circuit.budgeted()),
          Rounded.amps(circuit.fuse().minus(circuit.occupied()).minus(circuit.budgeted())));
    }
  }

  public static SiteState of(SiteSnapshot snapshot, Voltage voltage) {
    return new SiteState(
        snapshot.site().value(),
        snapshot.at(),
        snapshot.gridPower().map(Rounded::watts),
        snapshot.uncontrolled().map(Rounded::watts),
        Rounded.watts(snapshot.importLimit()),
        Rounded.price(snapshot.importPrice().perKilowattHour()),
        snapshot.plan().map(PlanId::value),
        snapshot.stations().stream().map(StationState::of).toList(),
        snapshot.evses().stream().map(evse -> EvseState.of(evse, voltage)).toList(),
        snapshot.devices().stream().map(DeviceState::of).toList(),
        snapshot.circuits().stream().map(CircuitState::of).toList(),
        snapshot.alerts());
  }
}
