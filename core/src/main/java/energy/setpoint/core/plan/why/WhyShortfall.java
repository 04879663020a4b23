package energy.setpoint.core.plan.why;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.core.site.EvseRef;
import java.time.Instant;
import java.util.List;

/**
 * Why a vehicle leaves short, and what would help.
 *
 * @param due its departure, or the end of the grid if that is earlier
 * @param missing inside the battery, above 0
 * @param missingAlone what it would miss even if it had the site for itself at full power, at least
 *     0
 * @param bottlenecks limits through which more energy would mean less shortfall, the most pressing
 *     first
 * @param fixes each of which alone would meet the need; empty when none was found
 * @param exact whether the fixes are the smallest; else some vehicle takes power only in steps or
 *     starts only so often, and a fix is about right
 * @param searched whether all fixes were looked for; else time or the solver was missing
 */
public record WhyShortfall(
    SessionId session,
    EvseRef evse,
    Instant due,
    Energy missing,
    Energy missingAlone,
    List<Bottleneck> bottlenecks,
    List<WhyFix> fixes,
    boolean exact,
    boolean searched) {

  public WhyShortfall {
    bottlenecks = List.copyOf(bottlenecks);
    fixes = List.copyOf(fixes);
  }

  /**
   * A limit that is reached while the vehicle could take more.
   *
   * @param steps in which it is reached
   * @param relief what a kilowatt-hour more through it, in the best of these steps, takes off the
   *     weighted shortfall, at least 0
   */
  public record Bottleneck(WhyLimit limit, int steps, double relief) {}

  /** Whether it is short even alone. */
  public boolean isImpossibleAlone() {
    return missingAlone.wattHours() > 0;
  }
}
