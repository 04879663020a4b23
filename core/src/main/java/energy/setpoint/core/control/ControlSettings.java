package energy.setpoint.core.control;

import energy.setpoint.core.quantity.Current;
import java.time.Duration;

/**
 * How the loop of a site runs; all durations are above 0 and in the site's time.
 *
 * @param guardPeriod between two looks at the fuses
 * @param planPeriod between two plans when nothing happens
 * @param replanDelay from the first event to the plan that answers it, so that a burst of events
 *     makes one plan
 * @param horizon of a plan
 * @param step of a plan
 * @param planTimeBudget wall-clock time after which the optimizer must answer
 * @param planMaxAge an older plan is not followed any more
 * @param lease how long a limit holds at a station that hears nothing more from the engine
 * @param settleTime from a confirmed decrease until the current has really fallen
 * @param uncontrolledMargin per phase, on top of the estimated uncontrolled load: how much it may
 *     rise before the engine has reacted
 * @param chargeEfficiency assumed of vehicles, in (0, 1]
 * @param dischargeEfficiency assumed of vehicles, in (0, 1]
 * @param overdrawResponse to a vehicle that goes on drawing more than its EVSE confirmed
 * @param surplus who charges on what the sun leaves over
 */
public record ControlSettings(
    Duration guardPeriod,
    Duration planPeriod,
    Duration replanDelay,
    Duration horizon,
    Duration step,
    Duration planTimeBudget,
    Duration planMaxAge,
    Duration lease,
    Duration settleTime,
    Current uncontrolledMargin,
    double chargeEfficiency,
    double dischargeEfficiency,
    OverdrawResponse overdrawResponse,
    SurplusSettings surplus) {

  public static final ControlSettings DEFAULTS =
      new ControlSettings(
          Duration.ofSeconds(2),
          Duration.ofMinutes(5),
          Duration.ofSeconds(5),
          Duration.ofHours(24),
          Duration.ofMinutes(15),
          Duration.ofSeconds(2),
          Duration.ofMinutes(20),
          Duration.ofMinutes(5),
          Duration.ofSeconds(10),
          Current.ofAmps(5),
          0.92,
          0.92,
          OverdrawResponse.ALERT,
          SurplusSettings.NONE);

  public ControlSettings {
    requirePositive("guardPeriod", guardPeriod);
    requirePositive("planPeriod", planPeriod);
    requirePositive("replanDelay", replanDelay);
    requirePositive("horizon", horizon);
    requirePositive("step", step);
    requirePositive("planTimeBudget", planTimeBudget);
    requirePositive("planMaxAge", planMaxAge);
    requirePositive("lease", lease);
    requirePositive("settleTime", settleTime);
    if (lease.compareTo(guardPeriod.multipliedBy(4)) < 0) {
      throw new IllegalArgumentException(
          "The lease ("
              + lease
              + ") must last at least four guard periods ("
              + guardPeriod
              + "), or limits would end between renewals.");
    }
    if (uncontrolledMargin.isNegative()) {
      throw new IllegalArgumentException(
          "The margin over the uncontrolled load cannot be " + uncontrolledMargin + ".");
    }
  }

  private static void requirePositive(String key, Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException(key + " must be above 0 s, but is " + duration + ".");
    }
  }
}
