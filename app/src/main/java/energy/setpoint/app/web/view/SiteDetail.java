package energy.setpoint.app.web.view;

import energy.setpoint.core.site.Battery;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.Inverter;
import energy.setpoint.core.site.Meter;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.tariff.Tariff;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** How a site is built. */
@Schema(description = "How a site is built; this changes only when the engine is restarted.")
public record SiteDetail(
    String id,
    String name,
    @Schema(
            description = "Of its clocks and calendars.",
            example = "Europe/Amsterdam",
            type = "string")
        ZoneId zone,
    @Schema(description = "Of all prices, as in ISO 4217.", example = "EUR") String currency,
    @Schema(description = "Nominal, between phase and neutral, in V.") double voltageV,
    @Schema(description = "The most that the contract lets in, in W.") double importLimitW,
    @Schema(description = "The most that the contract lets out, in W, as a magnitude.")
        double exportLimitW,
    List<CircuitDetail> circuits,
    @Schema(description = "The ids of its charging stations.") List<String> stations,
    List<BatteryDetail> batteries,
    List<InverterDetail> inverters,
    List<MeterDetail> meters,
    @Schema(
            description =
                "Where the simulated world of a demo takes commands; absent in operation.",
            type = "string",
            format = "uri")
        Optional<URI> worldControl) {

  /** A circuit. */
  @Schema(description = "A part of the installation behind one three-phase fuse.")
  public record CircuitDetail(
      String id,
      @Schema(description = "What feeds it; absent at the grid connection.")
          Optional<String> parent,
      @Schema(description = "For L1, L2 and L3 in A.") List<Double> fuseA) {

    static CircuitDetail of(Circuit circuit) {
      return new CircuitDetail(
          circuit.id().value(),
          circuit.parent().map(CircuitId::value),
          Rounded.amps(circuit.fuse()));
    }
  }

  /** A battery. */
  @Schema(description = "A stationary battery; powers are magnitudes.")
  public record BatteryDetail(
      String id,
      String circuit,
      double capacityWh,
      double maxChargeW,
      double maxDischargeW,
      double lowestSocPercent,
      double highestSocPercent) {

    static BatteryDetail of(Battery battery) {
      return new BatteryDetail(
          battery.id().value(),
          battery.circuit().value(),
          Rounded.wattHours(battery.capacity()),
          Rounded.watts(battery.maxCharge()),
          Rounded.watts(battery.maxDischarge()),
          Rounded.percent(battery.lowest()),
          Rounded.percent(battery.highest()));
    }
  }

  /** A solar inverter. */
  @Schema(description = "A solar inverter.")
  public record InverterDetail(
      String id, String circuit, @Schema(description = "A magnitude.") double ratedW) {

    static InverterDetail of(Inverter inverter) {
      return new InverterDetail(
          inverter.id().value(), inverter.circuit().value(), Rounded.watts(inverter.rated()));
    }
  }

  /** A meter. */
  @Schema(description = "A meter of everything that flows into a circuit.")
  public record MeterDetail(String id, String circuit) {

    static MeterDetail of(Meter meter) {
      return new MeterDetail(meter.id().value(), meter.circuit().value());
    }
  }

  public static SiteDetail of(Site site, Tariff tariff, Optional<URI> worldControl) {
    return new SiteDetail(
        site.id().value(),
        site.name(),
        site.zone(),
        tariff.currency().getCurrencyCode(),
        site.voltage().volts(),
        Rounded.watts(site.grid().importLimit()),
        Rounded.watts(site.grid().exportLimit()),
        site.circuits().all().stream().map(CircuitDetail::of).toList(),
        site.stations().stream().map(station -> station.id().value()).toList(),
        site.batteries().stream().map(BatteryDetail::of).toList(),
        site.inverters().stream().map(InverterDetail::of).toList(),
        site.meters().stream().map(MeterDetail::of).toList(),
        worldControl);
  }
}
