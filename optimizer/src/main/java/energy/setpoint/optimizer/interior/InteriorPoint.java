package energy.setpoint.optimizer.interior;

import energy.setpoint.optimizer.interior.Outcome.Effort;
import energy.setpoint.optimizer.interior.Outcome.Reason;
import energy.setpoint.optimizer.interior.Outcome.Solved;
import energy.setpoint.optimizer.interior.Outcome.Stopped;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Solves linear programs. Keeps nothing between searches; any number may run at once. */
public final class InteriorPoint {

  private final Settings settings;

  public InteriorPoint(Settings settings) {
    this.settings = settings;
  }

  static int[] HINT = new int[0];

  private int[] rank(StandardForm form) {
    int[] rank = new int[form.rows()];
    if (HINT.length > 0) {
      for (int i = 0; i < rank.length; i++) {
        rank[i] = HINT[form.sourceRow[i]];
      }
    }
    return rank;
  }

  public Outcome solve(LinearProgram program, BooleanSupplier stop) {
    Presolve presolve = new Presolve(program);
    if (!presolve.problem().isEmpty()) {
      return new Stopped(Reason.INFEASIBLE, presolve.problem(), Optional.empty(), Effort.NONE);
    }
    StandardForm plain = Standardised.of(presolve);
    NeighbourGraph graph = NeighbourGraph.of(plain.matrix);
    int[] order = MinimumDegree.order(graph.start(), graph.neighbour(), rank(plain));
    SymbolicFactor symbolic = SymbolicFactor.of(graph, order);
    StandardForm form = plain.inOrder(symbolic.order);
    NormalEquations normal = new NormalEquations(form.runs, symbolic);
    PredictorCorrector search = new PredictorCorrector(form, normal, settings);
    PredictorCorrector.End end = search.run(stop);
    Effort effort =
        new Effort(
            search.iterations, form.rows(), form.columns(), symbolic.entries(), symbolic.work());
    if (end == PredictorCorrector.End.OPTIMAL) {
      new Polish(form, normal).apply(search.at);
    }
    double[] x = form.values(presolve, search.at.x);
    if (end != PredictorCorrector.End.OPTIMAL) {
      return new Stopped(
          end == PredictorCorrector.End.CANCELLED ? Reason.CANCELLED : Reason.STALLED,
          "",
          Optional.of(x),
          effort);
    }
    double[] y = form.prices(presolve, search.at.y);
    DualBound.clip(program, y);
    double bound = DualBound.repaired(program, presolve.byColumn, y);
    double[] z = new double[program.columns()];
    for (int j = 0; j < z.length; j++) {
      z[j] = program.cost()[j] - presolve.byColumn.dot(j, y);
    }
    return new Solved(
        x, y, z, program.objective(x), bound, effort);
  }
}
