package energy.setpoint.optimizer.model;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.optimizer.linear.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * No phase of any circuit carries more than its fuse in either direction, with everything on the
 * circuits below it. Towards the devices, production and discharge count only by the relief credit.
 * Maths: {@code docs/optimizer/circuit-limits.md}.
 */
public final class CircuitLimits implements ConstraintFamily {

  @Override
  public void addTo(PlanningModel model) {
    for (Circuit circuit : model.problem().circuits().all()) {
      Branch branch = Branch.of(model, circuit);
      for (List<Phase> alike : branch.phasesLoadedAlike()) {
        for (int step = 0; step < model.grid().size(); step++) {
          branch.limit(model, alike, step);
        }
      }
    }
  }

  /**
   * A circuit with everything that it feeds.
   *
   * @param solar indices of forecasts
   * @param loads indices of uncontrolled loads
   */
  private record Branch(
      Circuit circuit, List<Storage> storages, List<Integer> solar, List<Integer> loads) {

    static Branch of(PlanningModel model, Circuit circuit) {
      PlanningProblem problem = model.problem();
      List<Storage> storages =
          model.storages().stream()
              .filter(s -> feeds(problem, circuit, s.traits().circuit()))
              .toList();
      List<Integer> solar =
          IntStream.range(0, problem.solar().size())
              .filter(i -> feeds(problem, circuit, problem.solar().get(i).circuit()))
              .boxed()
              .toList();
      List<Integer> loads =
          IntStream.range(0, problem.loads().size())
              .filter(i -> feeds(problem, circuit, problem.loads().get(i).circuit()))
              .boxed()
              .toList();
      return new Branch(circuit, storages, solar, loads);
    }

    private static boolean feeds(PlanningProblem problem, Circuit circuit, CircuitId device) {
      return problem.circuits().pathToRoot(device).contains(circuit);
    }

    /** Phases that every storage loads alike need one row between them, for the tightest. */
    List<List<Phase>> phasesLoadedAlike() {
      Map<List<Double>, List<Phase>> byShares = new LinkedHashMap<>();
      for (Phase phase : Phase.values()) {
        List<Double> shares = storages.stream().map(s -> s.shareOf(phase)).toList();
        byShares.computeIfAbsent(shares, s -> new ArrayList<>()).add(phase);
      }
      return List.copyOf(byShares.values());
    }

    void limit(PlanningModel model, List<Phase> alike, int step) {
      Phase tightest = alike.getFirst();
      Phase tightestBack = alike.getFirst();
      for (Phase phase : alike) {
        tightest = room(model, phase, step) < room(model, tightest, step) ? phase : tightest;
        tightestBack =
            roomBack(model, phase, step) < roomBack(model, tightestBack, step)
                ? phase
                : tightestBack;
      }
      double credit = model.problem().reliefCredit();
      new Limit(
              "fuse " + tightest + " of circuit " + circuit.id(),
              step,
              sum(model, tightest, step, 1, credit),
              room(model, tightest, step))
          .addTo(model);
      new Limit(
              "fuse " + tightestBack + " of circuit " + circuit.id() + " (feeding back)",
              step,
              sum(model, tightestBack, step, -1, 1),
              roomBack(model, tightestBack, step))
          .addTo(model);
    }

    private double room(PlanningModel model, Phase phase, int step) {
      return fuseKw(model, phase) - loadKw(model, phase, step);
    }

    private double roomBack(PlanningModel model, Phase phase, int step) {
      return fuseKw(model, phase) + loadKw(model, phase, step);
    }

    private double fuseKw(PlanningModel model, Phase phase) {
      return circuit.fuse().on(phase).at(model.problem().voltage(), 1).kilowatts();
    }

    private double loadKw(PlanningModel model, Phase phase, int step) {
      double watts = 0;
      for (int load : loads) {
        watts += model.problem().loads().get(load).on(phase).watts(step);
      }
      return watts / 1000;
    }

    private Terms sum(PlanningModel model, Phase phase, int step, double sign, double credit) {
      Terms sum = new Terms();
      for (Storage storage : storages) {
        storage.addPower(sum, step, sign * storage.shareOf(phase), credit);
      }
      for (int forecast : solar) {
        sum.plus(model.solar(forecast, step), sign * credit / Phase.values().length);
      }
      return sum;
    }
  }
}
