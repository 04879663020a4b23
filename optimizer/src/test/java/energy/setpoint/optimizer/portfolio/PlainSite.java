package energy.setpoint.optimizer.portfolio;

import static energy.setpoint.testkit.plan.BatteryBuilder.aBattery;
import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.linear.Variable;
import energy.setpoint.testkit.plan.ProblemBuilder;
import java.util.Arrays;
import java.util.Random;

/**
 * A site in steps of an hour, said twice: as a planning problem, and as rows of a linear program
 * written as plainly as possible.
 *
 * @param wants kilowatt-hours of each vehicle
 * @param from the hour in which each vehicle comes
 * @param to the hour in which it leaves
 * @param batteryKwh 0 for none; it holds half and takes or gives a quarter of it in an hour
 */
record PlainSite(
    double[] buy,
    double sell,
    double[] sunKw,
    double importKw,
    double peakPrice,
    double[] wants,
    int[] from,
    int[] to,
    double batteryKwh) {

  private static final double EFFICIENCY = 0.95;
  private static final double KW = 11;

  static PlainSite random(Random random, int hours) {
    int vehicles = 1 + random.nextInt(4);
    double[] wants = new double[vehicles];
    int[] from = new int[vehicles];
    int[] to = new int[vehicles];
    for (int v = 0; v < vehicles; v++) {
      from[v] = random.nextInt(hours / 2);
      to[v] = from[v] + 3 + random.nextInt(hours - from[v] - 3);
      wants[v] = 5 + random.nextInt((int) (KW * (to[v] - from[v]) * 0.6));
    }
    double[] buy = random.doubles(hours, 0.10, 0.45).map(p -> Math.round(p * 1e4) / 1e4).toArray();
    double[] sun = new double[hours];
    Arrays.setAll(sun, h -> random.nextBoolean() ? random.nextInt(15) : 0);
    return new PlainSite(
        buy,
        0.06,
        sun,
        vehicles * KW + 20,
        random.nextInt(3) == 0 ? 0.5 : 0,
        wants,
        from,
        to,
        random.nextBoolean() ? 20 : 0);
  }

  PlanningProblem problem() {
    ProblemBuilder site =
        hours(buy.length)
            .buyingAt(buy)
            .sellingAt(sell)
            .solarKw("main", sunKw)
            .importLimitKw(importKw);
    for (int v = 0; v < wants.length; v++) {
      site.with(
          aVehicle("v" + v)
              .connected(from[v], to[v])
              .holding(0)
              .of(300)
              .wanting(wants[v])
              .atMostKw(KW));
    }
    if (peakPrice > 0) {
      site.peakPrice(peakPrice, 0);
    }
    if (batteryKwh > 0) {
      site.with(
          aBattery("b")
              .of(batteryKwh)
              .holding(batteryKwh / 2)
              .atMostKw(batteryKwh / 4)
              .efficiency(EFFICIENCY)
              .restWorth(0.15));
    }
    return site.build();
  }

  /** Adds the site to a program, and its grid power to sums for each hour. */
  void addTo(LinearModel model, Terms money, Terms[] together) {
    Variable peak = model.variable("peak", 0, 1e4);
    money.plus(peak, peakPrice);
    Terms[] net = new Terms[buy.length];
    for (int h = 0; h < buy.length; h++) {
      Variable bought = model.variable("bought", 0, importKw);
      Variable sold = model.variable("sold", 0, 1e4);
      money.plus(bought, buy[h]).plus(sold, -sell);
      together[h].plus(bought).plus(sold, -1);
      model.atMost("peak", h, Terms.of(bought, 1).plus(peak, -1), 0);
      net[h] = Terms.of(bought, -1).plus(sold);
    }
    for (int v = 0; v < wants.length; v++) {
      Terms energy = new Terms();
      for (int h = from[v]; h < to[v]; h++) {
        Variable charge = model.variable("charge", 0, KW);
        energy.plus(charge);
        net[h].plus(charge);
      }
      model.equal("want", -1, energy, wants[v]);
    }
    if (batteryKwh > 0) {
      addBattery(model, money, net);
    }
    for (int h = 0; h < buy.length; h++) {
      model.equal("balance", h, net[h], sunKw[h]);
    }
  }

  private void addBattery(LinearModel model, Terms money, Terms[] net) {
    Terms before = new Terms();
    for (int h = 0; h < buy.length; h++) {
      Variable charge = model.variable("fill", 0, batteryKwh / 4);
      Variable give = model.variable("give", 0, batteryKwh / 4);
      Variable stored = model.variable("stored", 0, batteryKwh);
      Terms row = Terms.of(stored, 1).plus(charge, -EFFICIENCY).plus(give, 1 / EFFICIENCY);
      model.equal("stored", h, row.plus(before, -1), h == 0 ? batteryKwh / 2 : 0);
      net[h].plus(charge).plus(give, -1);
      before = Terms.of(stored, 1);
    }
    money.plus(before, -0.15);
  }
}
