package energy.setpoint.core.plan.why;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Why a vehicle, a battery or a flexible load gets what it gets.
 *
 * @param name the session of a vehicle, the id of another device
 * @param oneMore what one more kilowatt-hour inside at the end costs, at least; empty when no more
 *     can be had by paying
 * @param oneLess what one kilowatt-hour less inside at the end saves, at most; empty when nothing
 *     is taken that could be left
 * @param exact whether the plan is the best there is, so that the prices are those of the plan;
 *     else they are those of a plan near it
 * @param steps one for each step of the grid
 */
public record WhyDevice(
    String name,
    OptionalDouble oneMore,
    OptionalDouble oneLess,
    boolean exact,
    List<WhyStep> steps) {

  public WhyDevice {
    steps = List.copyOf(steps);
  }
}
