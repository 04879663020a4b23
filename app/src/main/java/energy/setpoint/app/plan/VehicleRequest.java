package energy.setpoint.app.plan;

import energy.setpoint.core.quantity.Phase;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A vehicle: a battery that is connected for a while. */
@Schema(
    description =
        """
        A battery that is connected for a while. Energies are counted in the battery; powers are \
        magnitudes on the grid side.\
        """)
public record VehicleRequest(
    @Schema(description = "Name of the session; `vehicle-1` and so on by default.")
        Optional<String> id,
    @Schema(description = "The charging station; `station-1` and so on by default.")
        Optional<String> station,
    @Schema(description = "The EVSE of the station, counted from 1.", defaultValue = "1")
        Optional<Integer> evse,
    @Schema(description = "What the EVSE is connected to; the root by default.")
        Optional<String> circuit,
    @Schema(description = "The phases that the vehicle loads evenly; all three by default.")
        List<Phase> phases,
    @Schema(description = "From when it can charge; the first step by default.")
        Optional<Instant> arrival,
    @Schema(description = "Until when it can charge; the end of the last step by default.")
        Optional<Instant> departure,
    @Schema(
            description = "Energy in the battery at arrival, or at the first step, in Wh.",
            defaultValue = "0")
        Optional<Double> storedWh,
    @Schema(description = "Usable capacity in Wh; the target by default.")
        Optional<Double> capacityWh,
    @Schema(
            description = "Energy wanted in the battery at departure in Wh; may be missed.",
            requiredMode = Schema.RequiredMode.REQUIRED)
        Optional<Double> targetWh,
    @Schema(
            description = "The least that feeding back may leave at departure in Wh.",
            defaultValue = "0")
        Optional<Double> minimumAtDepartureWh,
    @Schema(
            description = "The least that feeding back may leave at any time in Wh.",
            defaultValue = "0")
        Optional<Double> floorWh,
    @Schema(
            description = "The most that vehicle and EVSE take together in W.",
            requiredMode = Schema.RequiredMode.REQUIRED)
        Optional<Double> maxChargeW,
    @Schema(
            description = "The most that it feeds back in W; 0 for one-way vehicles.",
            defaultValue = "0")
        Optional<Double> maxDischargeW,
    @Schema(description = "Stored energy per energy taken, in (0, 1].", defaultValue = "1")
        Optional<Double> chargeEfficiency,
    @Schema(description = "Energy fed back per stored energy used.", defaultValue = "1")
        Optional<Double> dischargeEfficiency,
    @Schema(
            description = "How much a missing kWh counts against other vehicles', above 0.",
            defaultValue = "1")
        Optional<Double> weight) {

  public VehicleRequest {
    phases = Lists.present(phases);
  }
}
