package energy.setpoint.core.plan.why;

import energy.setpoint.core.quantity.Energy;

/**
 * What a plan would be like if one thing were different.
 *
 * @param what the change, for people: "car 7 leaves 60 min later"
 * @param cost by how much the bill would rise, in the site's currency; negative when it would fall
 * @param missing by how much the energy missing at departure, of all vehicles together, would rise
 * @param planned whether it was planned anew; else it is what the prices of the plan tell
 * @param proven whether both plans are the best there are, so that the difference is exact
 */
public record WhyChange(
    String what, double cost, Energy missing, boolean planned, boolean proven) {}
