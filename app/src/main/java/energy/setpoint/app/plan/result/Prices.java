package energy.setpoint.app.plan.result;

import energy.setpoint.app.plan.json.Lists;
import energy.setpoint.app.plan.json.OneForAll;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/** What a little more would cost. */
@Schema(description = "What a little more would cost. Not read.")
public record Prices(
    @Schema(description = "A kWh more taken at the grid connection, per step.") @OneForAll
        List<Double> gridPerKwh,
    @Schema(description = "What each limit that binds costs.") List<Limit> limits,
    @Schema(description = "A kWh more in a vehicle at its departure.") List<Vehicle> vehicles) {

  public Prices {
    gridPerKwh = Lists.present(gridPerKwh);
    limits = Lists.present(limits);
    vehicles = Lists.present(vehicles);
  }

  /** A limit that binds. */
  @Schema(name = "LimitPrice", description = "A limit that binds in a step.")
  public record Limit(
      @Schema(example = "fuse L1 of circuit garage") Optional<String> limit,
      @Schema(description = "Counted from 0.", minimum = "0") Optional<Integer> step,
      @Schema(description = "What a kWh more through it would save.") Optional<Double> perKwh) {}

  /** What more energy for a vehicle would cost. */
  @Schema(name = "VehiclePrice", description = "What a kWh more at departure would cost.")
  public record Vehicle(Optional<String> session, Optional<Double> perKwh) {}
}
