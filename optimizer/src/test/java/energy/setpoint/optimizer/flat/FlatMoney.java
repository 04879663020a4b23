package energy.setpoint.optimizer.flat;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.money.MeteredImport;
import energy.setpoint.core.plan.money.PeakPrice;
import energy.setpoint.core.plan.part.GridEvent;
import energy.setpoint.core.plan.part.VehicleDemand;

/** The grid connection as import or export, never both, and everything that is paid for. */
final class FlatMoney {

  private final FlatModel model;
  private final FlatProgram program;
  private final PlanningProblem problem;
  private final int[] imported;
  private final double[] mostKw;

  FlatMoney(FlatModel model) {
    this.model = model;
    program = model.program;
    problem = model.problem;
    imported = new int[model.steps()];
    mostKw = new double[model.steps()];
  }

  void add() {
    for (int step = 0; step < model.steps(); step++) {
      addEnergy(step);
    }
    for (int i = 0; i < problem.vehicles().size(); i++) {
      VehicleDemand demand = problem.vehicles().get(i);
      for (int step = 0; step < model.steps(); step++) {
        int give = model.devices.vehicles.get(i).give()[step];
        model.money.plus(give, demand.wear().perKilowattHour() * model.hours[step]);
      }
    }
    problem.money().peaks().forEach(this::add);
    problem.events().forEach(this::add);
  }

  private Sum grid(int step) {
    Sum sum = Sum.of(problem.totalLoad().watts(step) / 1000);
    model.devices.all().forEach(store -> sum.plus(store.net(step, 1), 1));
    model.devices.solar.forEach(columns -> sum.plus(columns[step], -1));
    return sum;
  }

  private void addEnergy(int step) {
    mostKw[step] = mostOf(step);
    double leastKw = leastOf(step);
    imported[step] = program.column(0, mostKw[step]);
    int exported = program.column(0, leastKw);
    int importing = program.binary();
    Sum net = new Sum().plus(imported[step], 1).plus(exported, -1);
    program.equal(net.plus(grid(step), -1), 0);
    program.atMost(new Sum().plus(imported[step], 1).plus(importing, -mostKw[step]), 0);
    program.atMost(new Sum().plus(exported, 1).plus(importing, leastKw), leastKw);
    double buy = problem.importPrice(step).perKilowattHour();
    double sell = problem.exportPrice(step).perKilowattHour();
    model.money.plus(imported[step], buy * model.hours[step]);
    model.money.plus(exported, -sell * model.hours[step]);
  }

  /** More than the site can take in a step. */
  private double mostOf(int step) {
    double sum = problem.totalLoad().watts(step) / 1000;
    sum += problem.vehicles().stream().mapToDouble(v -> v.maxCharge().kilowatts()).sum();
    sum += problem.batteries().stream().mapToDouble(b -> b.battery().maxCharge().kilowatts()).sum();
    sum += problem.flexibleLoads().stream().mapToDouble(l -> l.most().kilowatts()).sum();
    return Math.max(sum, 0) + 1;
  }

  /** More than the site can give in a step. */
  private double leastOf(int step) {
    double sum = -problem.totalSolar().watts(step) / 1000;
    sum += problem.vehicles().stream().mapToDouble(v -> v.maxDischarge().kilowatts()).sum();
    sum +=
        problem.batteries().stream().mapToDouble(b -> b.battery().maxDischarge().kilowatts()).sum();
    return sum + Math.max(0, -problem.totalLoad().watts(step) / 1000) + 1;
  }

  /** The peak as a stack of tiers, each of which is filled before the next begins. */
  private void add(PeakPrice price) {
    double most = 1e-3 + price.reached().kilowatts();
    for (MeteredImport interval : MeteredImport.of(price, problem.grid())) {
      double mean = interval.alreadyKilowatts();
      for (int i = 0; i < interval.steps().size(); i++) {
        mean += mostKw[interval.steps().get(i)] * interval.shares().get(i);
      }
      most = Math.max(most, mean);
    }
    Sum peak = stack(price, most);
    program.atLeast(peak, price.reached().kilowatts());
    model.money.plus(-chargeOf(price, price.reached().kilowatts()));
    for (MeteredImport interval : MeteredImport.of(price, problem.grid())) {
      Sum below = new Sum().plus(peak, 1).plus(-interval.alreadyKilowatts());
      for (int i = 0; i < interval.steps().size(); i++) {
        below.plus(imported[interval.steps().get(i)], -interval.shares().get(i));
      }
      program.atLeast(below, 0);
    }
  }

  private Sum stack(PeakPrice price, double most) {
    Sum peak = new Sum();
    int reachesThis = program.column(1, 1);
    for (int i = 0; i < price.tiers().size(); i++) {
      double width = upper(price, i, most) - price.tiers().get(i).from().kilowatts();
      if (width <= 0) {
        continue;
      }
      int part = program.column(0, width);
      int reachesNext = program.binary();
      program.atMost(new Sum().plus(part, 1).plus(reachesThis, -width), 0);
      program.atLeast(new Sum().plus(part, 1).plus(reachesNext, -width), 0);
      peak.plus(part, 1);
      model.money.plus(part, price.tiers().get(i).perKilowatt());
      reachesThis = reachesNext;
    }
    return peak;
  }

  private static double upper(PeakPrice price, int tier, double most) {
    return tier + 1 < price.tiers().size()
        ? Math.min(most, price.tiers().get(tier + 1).from().kilowatts())
        : most;
  }

  private static double chargeOf(PeakPrice price, double kilowatts) {
    double sum = 0;
    for (int i = 0; i < price.tiers().size(); i++) {
      double from = price.tiers().get(i).from().kilowatts();
      sum += Math.max(0, upper(price, i, kilowatts) - from) * price.tiers().get(i).perKilowatt();
    }
    return sum;
  }

  private void add(GridEvent event) {
    for (int step : event.steps(problem.grid())) {
      Sum off = new Sum();
      event
          .most()
          .ifPresent(most ->
              off.plus(model.positive(new Sum().plus(grid(step), 1).plus(-most.kilowatts())), 1));
      event
          .least()
          .ifPresent(
              least -> off.plus(model.positive(Sum.of(least.kilowatts()).plus(grid(step), -1)), 1));
      switch (event.obligation()) {
        case GridEvent.Obligation.Mandatory ignored -> model.deviation.plus(off, model.hours[step]);
        case GridEvent.Obligation.Paid paid ->
            model.money.plus(off, model.hours[step] * paid.penalty().perKilowattHour());
      }
    }
    if (event.obligation() instanceof GridEvent.Obligation.Paid paid) {
      model.money.plus(-paid.reward());
    }
  }
}
