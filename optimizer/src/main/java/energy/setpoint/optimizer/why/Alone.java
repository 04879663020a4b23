package energy.setpoint.optimizer.why;

import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.time.TimeGrid;

/** What a vehicle would reach if nothing but itself and its EVSE were in the way. */
final class Alone {

  private Alone() {}

  /**
   * Missing at the end in kilowatt-hours, at least 0, when it charges at full power all the time.
   */
  static double missingKwh(TimeGrid grid, VehicleDemand vehicle) {
    double inside = vehicle.stored().kilowattHours();
    for (int step = 0; step < grid.size(); step++) {
      double share = grid.share(step, vehicle.connected());
      double gain = grid.hours(step) * vehicle.chargeEfficiency();
      double full = vehicle.maxCharge().kilowatts() * share;
      double kw = Math.min(full, vehicle.traits().mostKilowatts(inside, share, gain));
      inside += kw * gain;
    }
    double missing = vehicle.target().kilowattHours() - inside;
    return missing > Device.NOISE_KWH ? missing : 0;
  }
}
