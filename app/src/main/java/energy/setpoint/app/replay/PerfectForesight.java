package energy.setpoint.app.replay;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.ProblemDraft;
import energy.setpoint.core.plan.SolveReport;
import energy.setpoint.core.plan.money.PeakPrice;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.tariff.PriceRule;
import energy.setpoint.core.tariff.Tariff;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.core.time.TimeGrid;
import energy.setpoint.optimizer.Optimizers;
import energy.setpoint.simulation.world.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The cheapest plan of all for somebody who knew every arrival, stay and need from the beginning:
 * one linear program over all days, in steps of the metering interval, with all fuses. Nobody can
 * serve the same vehicles with the same energy for less, for a real run keeps the fuses at every
 * moment and not only on average.
 */
final class PerfectForesight {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Site site;
  private final Tariff tariff;
  private final Duration interval;

  PerfectForesight(Site site, Tariff tariff, Duration interval) {
    this.site = site;
    this.tariff = tariff;
    this.interval = interval;
  }

  /**
   * @param energyOf what each vehicle shall get in watt-hours
   * @throws IllegalStateException when the program was not solved to optimality
   */
  Plan plan(List<Visit> visits, ToDoubleFunction<Visit> energyOf) {
    TimeGrid grid = grid(visits);
    List<VehicleDemand> demands = new ArrayList<>();
    for (Visit visit : visits) {
      demands.add(demand(visit, new Energy(Math.max(0, energyOf.applyAsDouble(visit)))));
    }
    PlanningProblem problem =
        new ProblemDraft(site.id(), grid, site.voltage(), site.circuits())
            .importLimit(PowerCurve.constant(grid, site.grid().importLimit()))
            .exportLimit(PowerCurve.constant(grid, site.grid().exportLimit()))
            .vehicles(demands)
            .prices(prices(grid, tariff.importPrice()), prices(grid, tariff.exportPrice()))
            .peaks(
                tariff.demandCharge().stream()
                    .map(d -> new PeakPrice(d.perKilowatt(), Power.ZERO))
                    .toList())
            .build();
    Plan plan = Optimizers.linearWithFallback().plan(problem, PATIENCE);
    if (plan.report().status() != SolveReport.Status.OPTIMAL) {
      throw new IllegalStateException("Perfect foresight was not solved: " + plan.report());
    }
    return plan;
  }

  private TimeGrid grid(List<Visit> visits) {
    long length = interval.toMillis();
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (Visit visit : visits) {
      first = Math.min(first, Math.floorDiv(visit.stay().start().toEpochMilli(), length));
      last = Math.max(last, Math.ceilDiv(visit.stay().end().toEpochMilli(), length));
    }
    return TimeGrid.uniform(
        Instant.ofEpochMilli(first * length), interval, Math.toIntExact(last - first));
  }

  private static List<EnergyPrice> prices(TimeGrid grid, PriceRule rule) {
    List<EnergyPrice> prices = new ArrayList<>();
    for (int step = 0; step < grid.size(); step++) {
      prices.add(rule.over(grid.step(step)));
    }
    return prices;
  }

  private VehicleDemand demand(Visit visit, Energy energy) {
    Evse evse = site.findEvse(visit.evse()).orElseThrow();
    int phases = visit.vehicle().phases();
    return new VehicleDemand(
        new SessionId(visit.token()),
        visit.evse(),
        site.findStation(visit.evse().station()).orElseThrow().circuit(),
        evse.phasesLoadedBy(phases),
        visit.stay(),
        Energy.ZERO,
        energy,
        energy,
        Energy.ZERO,
        Energy.ZERO,
        visit.vehicle().maxAc().min(evse.maximumPower(site.voltage())),
        Power.ZERO,
        1,
        1,
        1);
  }
}
