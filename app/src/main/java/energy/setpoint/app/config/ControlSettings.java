package energy.setpoint.app.config;

import energy.setpoint.core.quantity.Current;
import java.time.Duration;

/**
 * How the loops run.
 *
 * @param guardPeriod between two looks at every fuse
 * @param planPeriod between two plans when nothing happens
 * @param replanDelay after an event, so that several events make one plan
 * @param horizon of a plan
 * @param step of a plan
 * @param lease how long a limit holds in a station unless it is renewed
 * @param settleTime that a vehicle is given to follow a new limit
 * @param uncontrolledMargin per phase, kept free for loads that rise between two readings
 * @param planTimeBudget for one plan; then a simpler method answers
 * @param chargeEfficiency of vehicles: stored energy per energy taken, in (0, 1]
 * @param dischargeEfficiency of vehicles: delivered energy per stored energy used, in (0, 1]
 */
public record ControlSettings(
    Duration guardPeriod,
    Duration planPeriod,
    Duration replanDelay,
    Duration horizon,
    Duration step,
    Duration lease,
    Duration settleTime,
    Current uncontrolledMargin,
    Duration planTimeBudget,
    double chargeEfficiency,
    double dischargeEfficiency) {

  public ControlSettings {
    if (step.compareTo(horizon) > 0) {
      throw new IllegalArgumentException(
          "A step (" + step + ") cannot be longer than the horizon (" + horizon + ").");
    }
    if (lease.compareTo(guardPeriod.multipliedBy(3)) < 0) {
      throw new IllegalArgumentException(
          "A lease of " + lease + " cannot be renewed in time every " + guardPeriod + ".");
    }
  }
}
