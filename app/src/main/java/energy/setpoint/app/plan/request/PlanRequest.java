package energy.setpoint.app.plan.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import energy.setpoint.app.plan.json.Lists;
import energy.setpoint.app.plan.json.OneForAll;
import energy.setpoint.app.plan.result.PlanDocument;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A planning problem as it is written in JSON. Lists are empty and other values absent where the
 * document does not have them.
 */
@Schema(
    description =
        """
        A planning problem. Power is positive from the grid towards the device: discharge and \
        generation are negative. Money is in the site's currency. Where a list has one value for \
        each step, a single number holds for all of them.\
        """)
public record PlanRequest(
    @JsonProperty("$schema") @Schema(description = "For editors that check documents; not read.")
        Optional<String> schema,
    @Schema(description = "Name of the site.", defaultValue = "site") Optional<String> site,
    @Schema(
            description = "Begin of the first step. Needed unless `boundaries` are given.",
            example = "2026-11-02T18:00:00Z")
        Optional<Instant> start,
    @Schema(
            description = "Length of a step in minutes.",
            defaultValue = "15",
            minimum = "1",
            maximum = "1440")
        Optional<Integer> stepMinutes,
    @Schema(description = "Number of steps.", defaultValue = "96", minimum = "1", maximum = "2000")
        Optional<Integer> steps,
    @Schema(
            description =
                "Instead of `stepMinutes` and `steps`: the length of each step in minutes, when"
                    + " they are not equally long.",
            minimum = "1",
            maximum = "1440")
        List<Integer> stepsMinutes,
    @Schema(
            description =
                "Instead of `start`, `stepMinutes`, `steps` and `stepsMinutes`: where each step"
                    + " begins, and at last where the last one ends.")
        List<Instant> boundaries,
    @Schema(
            description = "Nominal voltage between phase and neutral in V.",
            defaultValue = "230",
            minimum = "1",
            maximum = "1000")
        Optional<Double> voltageV,
    @Schema(
            description = "The most that may be taken from the grid in W, at least 0, per step.",
            requiredMode = Schema.RequiredMode.REQUIRED,
            example = "[100000]",
            minimum = "0")
        @OneForAll
        List<Double> importLimitW,
    @Schema(
            description =
                "The most that may be fed into the grid in W, at least 0, per step. As much as may"
                    + " be taken where it is left out.",
            minimum = "0")
        @OneForAll
        List<Double> exportLimitW,
    @Schema(
            description = "Price of energy from the grid per kWh, per step.",
            requiredMode = Schema.RequiredMode.REQUIRED,
            example = "[0.25]",
            minimum = "-1000",
            maximum = "1000")
        @OneForAll
        List<Double> importPricePerKwh,
    @Schema(
            description = "What is paid for energy into the grid per kWh, per step; 0 by default.",
            example = "[0.05]",
            minimum = "-1000",
            maximum = "1000")
        @OneForAll
        List<Double> exportPricePerKwh,
    @Schema(
            description = "Grid fee and levies per kWh, added to the import price.",
            defaultValue = "0",
            minimum = "-1000",
            maximum = "1000")
        Optional<Double> importFeePerKwh,
    @Schema(
            description = "Tax on import price and fee together.",
            defaultValue = "0",
            minimum = "0",
            maximum = "99")
        Optional<Double> importTaxPercent,
    @Schema(
            description = "Grid fee and levies per kWh, taken off the export price.",
            defaultValue = "0",
            minimum = "-1000",
            maximum = "1000")
        Optional<Double> exportFeePerKwh,
    @Schema(
            description = "Tax on what is earned after the fee, taken off it.",
            defaultValue = "0",
            minimum = "0",
            maximum = "99")
        Optional<Double> exportTaxPercent,
    @Schema(description = "What a higher peak would cost; nothing by default.")
        Optional<PeakPriceRequest> peakPrice,
    @Schema(description = "Instead of `peakPrice`, where there are several.")
        List<PeakPriceRequest> peakPrices,
    @Schema(description = "Carbon dioxide of the energy from the grid; not counted by default.")
        Optional<CarbonRequest> carbon,
    @Schema(description = "What the grid wants of the site.") List<EventRequest> events,
    @Schema(
            description =
                "The share of production and discharge, 0 to 1, that may be counted on to keep"
                    + " circuits inside their limits.",
            defaultValue = "1",
            minimum = "0",
            maximum = "1")
        Optional<Double> reliefCredit,
    @Schema(
            description =
                "The tree of circuits; exactly one has no parent. One circuit `main` whose fuse"
                    + " carries the import limit where it is left out.")
        List<CircuitRequest> circuits,
    @Schema(description = "Load that cannot be controlled.") List<LoadRequest> loads,
    @Schema(description = "Solar production.") List<SolarRequest> solar,
    @Schema(description = "Vehicles that are or will be connected.") List<VehicleRequest> vehicles,
    @Schema(description = "Stationary batteries.") List<BatteryRequest> batteries,
    @Schema(description = "Loads that may run sooner or later.")
        List<FlexibleLoadRequest> flexibleLoads,
    @Schema(
            description =
                "How the plan deals with forecasts that may be wrong; it takes them as they are by"
                    + " default.")
        Optional<UncertaintyRequest> uncertainty,
    @Schema(
            description =
                "The plan that is being followed, as it was answered. Among equally good plans the"
                    + " one most like it is chosen.")
        Optional<PlanDocument> inForce) {

  public PlanRequest {
    stepsMinutes = Lists.present(stepsMinutes);
    boundaries = Lists.present(boundaries);
    importLimitW = Lists.present(importLimitW);
    exportLimitW = Lists.present(exportLimitW);
    importPricePerKwh = Lists.present(importPricePerKwh);
    exportPricePerKwh = Lists.present(exportPricePerKwh);
    peakPrices = Lists.present(peakPrices);
    events = Lists.present(events);
    circuits = Lists.present(circuits);
    loads = Lists.present(loads);
    solar = Lists.present(solar);
    vehicles = Lists.present(vehicles);
    batteries = Lists.present(batteries);
    flexibleLoads = Lists.present(flexibleLoads);
  }
}
