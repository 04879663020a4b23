package energy.setpoint.core.plan.part;

import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.time.Interval;
import energy.setpoint.core.time.TimeGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a grid operator, aggregator or contract wants of the power at the grid connection for a
 * while: a cap, a minimum consumption, or a target with a tolerance.
 *
 * @param id readable, unique in its problem
 * @param during steps that lie in it for the greater part obey it
 * @param least the least power, load convention; empty for none
 * @param most the most power, load convention; empty for none
 */
public record GridEvent(
    String id,
    Interval during,
    Optional<Power> least,
    Optional<Power> most,
    Obligation obligation) {

  /** How much an event matters. */
  public sealed interface Obligation {

    /** Obeyed before any vehicle's need; only fuses and connection limits come first. */
    record Mandatory() implements Obligation {}

    /**
     * Obeyed as far as it pays.
     *
     * @param reward earned for the commitment, whatever happens
     * @param penalty what each kilowatt-hour of deviation costs, at least 0
     */
    record Paid(double reward, EnergyPrice penalty) implements Obligation {

      public Paid {
        if (!(penalty.perKilowattHour() >= 0)) {
          throw new IllegalArgumentException(
              "A penalty must be at least 0, but is " + penalty.perKilowattHour() + " per kWh.");
        }
      }
    }
  }

  public GridEvent {
    if (least.isEmpty() && most.isEmpty()) {
      throw new IllegalArgumentException("Grid event " + id + " wants nothing.");
    }
    if (least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) > 0) {
      throw new IllegalArgumentException(
          "Grid event "
              + id
              + " wants at least "
              + least.get()
              + " and at most "
              + most.get()
              + ".");
    }
  }

  /** No more than a power; a negative one demands export. */
  public static GridEvent cap(String id, Interval during, Power most, Obligation obligation) {
    return new GridEvent(id, during, Optional.empty(), Optional.of(most), obligation);
  }

  /** No less than a power; a negative one limits export. */
  public static GridEvent minimum(String id, Interval during, Power least, Obligation obligation) {
    return new GridEvent(id, during, Optional.of(least), Optional.empty(), obligation);
  }

  /**
   * A target power.
   *
   * @param tolerance magnitude to either side
   */
  public static GridEvent dispatch(
      String id, Interval during, Power target, Power tolerance, Obligation obligation) {
    return new GridEvent(
        id,
        during,
        Optional.of(target.minus(tolerance)),
        Optional.of(target.plus(tolerance)),
        obligation);
  }

  /** How far a power is from what the event wants, at least 0 W. */
  public Power deviation(Power grid) {
    Power below = least.map(l -> l.minus(grid)).orElse(Power.ZERO);
    Power above = most.map(grid::minus).orElse(Power.ZERO);
    return below.max(above).max(Power.ZERO);
  }

  /** The steps of a grid that obey it: those that lie in it for the greater part. */
  public List<Integer> steps(TimeGrid grid) {
    List<Integer> steps = new ArrayList<>();
    for (int step = 0; step < grid.size(); step++) {
      if (grid.share(step, during) > 0.5) {
        steps.add(step);
      }
    }
    return steps;
  }
}
