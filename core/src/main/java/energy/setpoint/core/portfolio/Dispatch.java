package energy.setpoint.core.portfolio;

import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.core.time.TimeGrid;
import java.util.Optional;

/**
 * What a utility wants of the grid power of many sites together. The steps of its curve are the
 * dispatch's own; the mean power of each of them counts, whatever the time grids of the sites.
 *
 * @param id readable, unique among the events of every site
 * @param aim what is wanted
 * @param tolerance magnitude to either side within which the aim is met
 */
public record Dispatch(String id, Aim aim, Power tolerance) {

  /** What is wanted in each step of the dispatch. */
  public sealed interface Aim {

    /** Its grid is the dispatch's. */
    PowerCurve curve();

    /**
     * A power of all sites together.
     *
     * @param curve load convention: positive is import
     */
    record Total(PowerCurve curve) implements Aim {}

    /**
     * So much less than a baseline.
     *
     * @param curve positive for less import or more export; negative asks for more
     * @param baseline of all sites together, over the same grid; when empty, what the sites would
     *     do without the dispatch
     */
    record Reduction(PowerCurve curve, Optional<PowerCurve> baseline) implements Aim {}
  }

  public Dispatch {
    if (tolerance.isNegative()) {
      throw new IllegalArgumentException(
          "Dispatch " + id + " has a tolerance of " + tolerance + "; expected a magnitude.");
    }
    if (aim instanceof Aim.Reduction(PowerCurve curve, Optional<PowerCurve> baseline)
        && baseline.isPresent()
        && !baseline.get().grid().equals(curve.grid())) {
      throw new IllegalArgumentException(
          "The baseline of dispatch " + id + " has other steps than its reduction.");
    }
  }

  /** A power of all sites together; positive is import. */
  public static Dispatch total(String id, PowerCurve power, Power tolerance) {
    return new Dispatch(id, new Aim.Total(power), tolerance);
  }

  /** So much less than the sites would take without the dispatch. */
  public static Dispatch reduction(String id, PowerCurve reduction, Power tolerance) {
    return new Dispatch(id, new Aim.Reduction(reduction, Optional.empty()), tolerance);
  }

  /** The steps that it counts in. */
  public TimeGrid grid() {
    return aim.curve().grid();
  }

  /**
   * The power that is wanted of all sites together.
   *
   * @param undispatched what they would do without, over the dispatch's grid
   */
  public PowerCurve wanted(PowerCurve undispatched) {
    return switch (aim) {
      case Aim.Total(PowerCurve curve) -> curve;
      case Aim.Reduction(PowerCurve curve, Optional<PowerCurve> baseline) -> {
        PowerCurve before = baseline.orElse(undispatched);
        yield PowerCurve.generate(grid(), step -> before.watts(step) - curve.watts(step));
      }
    };
  }
}
