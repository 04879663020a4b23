package energy.setpoint.optimizer.interior;

import energy.setpoint.optimizer.interior.Outcome.Effort;
import energy.setpoint.optimizer.interior.Outcome.Reason;
import energy.setpoint.optimizer.interior.Outcome.Solved;
import energy.setpoint.optimizer.interior.Outcome.Stopped;
import energy.setpoint.optimizer.interior.PredictorCorrector.End;
import energy.setpoint.optimizer.interior.factor.Elimination;
import energy.setpoint.optimizer.interior.factor.NormalEquations;
import energy.setpoint.optimizer.interior.factor.SymbolicFactor;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Solves linear programs. Made for those whose rows hang together like a tree, as the circuits of a
 * site do: there the work of an iteration grows only a little faster than the program.
 *
 * <p>Keeps nothing between searches, so any number may run at once. The maths: {@code
 * docs/optimizer/interior-point.md}.
 */
public final class InteriorPoint {

  /** Of what all columns cost and gain together. */
  private static final double MOST_GAP = 1e-7;

  private final Settings settings;

  public InteriorPoint(Settings settings) {
    this.settings = settings;
  }

  /** As {@link #solve(LinearProgram, Hints, BooleanSupplier)}, knowing nothing more. */
  public Outcome solve(LinearProgram program, BooleanSupplier stop) {
    return solve(program, Hints.none(), stop);
  }

  /**
   * Looks for an optimum.
   *
   * @param stop asked before every iteration whether to give up
   */
  public Outcome solve(LinearProgram program, Hints hints, BooleanSupplier stop) {
    Presolve presolve = new Presolve(program);
    if (presolve.problem().isPresent()) {
      Presolve.Problem problem = presolve.problem().get();
      return new Stopped(problem.reason(), problem.detail(), Optional.empty(), Effort.NONE);
    }
    StandardForm plain = Standardised.of(presolve.reduced());
    SymbolicFactor symbolic;
    try {
      symbolic = Elimination.of(plain.matrix, hints.ranks(plain));
    } catch (ArithmeticException e) {
      return new Stopped(
          Reason.TOO_LARGE, "The factor has too many entries.", Optional.empty(), Effort.NONE);
    }
    return search(presolve.reduced(), plain.inOrder(symbolic.order()), symbolic, hints, stop);
  }

  private Outcome search(
      Reduced reduced,
      StandardForm form,
      SymbolicFactor symbolic,
      Hints hints,
      BooleanSupplier stop) {
    NormalEquations normal = new NormalEquations(form.runs, symbolic);
    Iterate at = new Iterate(form);
    if (hints.start().isPresent() && hints.start().get().fits(reduced.program)) {
      hints.start().get().set(form, at);
    } else {
      StartingPoint.set(form, normal, at);
    }
    PredictorCorrector search = new PredictorCorrector(form, normal, settings, at);
    End end = search.run(stop);
    Effort effort =
        new Effort(
            search.iterations(), form.rows(), form.columns(), symbolic.entries(), symbolic.work());
    if (end == End.OPTIMAL) {
      new Polish(form, normal).apply(at);
      Start next = Start.of(reduced, form, search.early());
      return proven(solved(reduced, form, at, effort, next), reduced.program);
    }
    Reason reason = end == End.CANCELLED ? Reason.CANCELLED : Reason.STALLED;
    String detail =
        "Equations miss " + at.primalError + ", prices " + at.dualError + ", gap " + at.gap() + ".";
    return new Stopped(reason, detail, Optional.of(form.values(reduced, at.x)), effort);
  }

  /** What its own bound proves to be far from the optimum is not called solved. */
  private static Outcome proven(Solved solved, LinearProgram program) {
    double size = 1;
    for (int j = 0; j < program.columns(); j++) {
      size += Math.abs(program.cost()[j] * solved.x()[j]);
    }
    double gap = solved.objective() - solved.bound();
    if (Double.isInfinite(gap) || gap <= MOST_GAP * size) {
      return solved;
    }
    String detail = "The cost lies " + gap + " above what is proven.";
    return new Stopped(Reason.STALLED, detail, Optional.of(solved.x()), solved.effort());
  }

  private static Solved solved(
      Reduced reduced, StandardForm form, Iterate at, Effort effort, Start next) {
    LinearProgram program = reduced.program;
    double[] x = form.values(reduced, at.x);
    double[] y = form.prices(reduced, at.y);
    DualBound.clip(program, y);
    double bound = DualBound.repaired(program, reduced.byColumn, y);
    double[] z = new double[program.columns()];
    for (int j = 0; j < z.length; j++) {
      z[j] = program.cost()[j] - reduced.byColumn.dot(j, y);
    }
    return new Solved(x, y, z, program.objective(x), bound, effort, next);
  }
}
