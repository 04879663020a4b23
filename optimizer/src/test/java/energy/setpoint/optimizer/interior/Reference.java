package energy.setpoint.optimizer.interior;

import com.google.ortools.Loader;
import com.google.ortools.modelbuilder.ModelBuilderHelper;
import com.google.ortools.modelbuilder.ModelSolverHelper;
import com.google.ortools.modelbuilder.SolveStatus;

/** A solver of OR-Tools to compare with. */
final class Reference {

  static {
    Loader.loadNativeLibraries();
  }

  private Reference() {}

  /** The end of a search: the objective counts only with OPTIMAL. */
  record Answer(SolveStatus status, double objective) {
    boolean isOptimal() {
      return status == SolveStatus.OPTIMAL;
    }
  }

  static Answer solve(LinearProgram program, String solver, String parameters) {
    ModelBuilderHelper model = load(program);
    ModelSolverHelper search = new ModelSolverHelper(solver);
    try {
      if (!parameters.isEmpty()) {
        search.setSolverSpecificParameters(parameters);
      }
      search.solve(model);
      boolean found = search.hasSolution();
      return new Answer(search.getStatus(), found ? search.getObjectiveValue() : Double.NaN);
    } finally {
      search.delete();
      model.delete();
    }
  }

  static Answer glop(LinearProgram program) {
    return solve(program, "GLOP", "use_dual_simplex: true");
  }

  private static ModelBuilderHelper load(LinearProgram program) {
    ModelBuilderHelper model = new ModelBuilderHelper();
    for (int j = 0; j < program.columns(); j++) {
      model.addVar();
      model.setVarLowerBound(j, program.lower()[j]);
      model.setVarUpperBound(j, program.upper()[j]);
      model.setVarObjectiveCoefficient(j, program.cost()[j]);
    }
    for (int i = 0; i < program.rows(); i++) {
      model.addLinearConstraint();
      model.setConstraintLowerBound(i, program.rowLower()[i]);
      model.setConstraintUpperBound(i, program.rowUpper()[i]);
      for (int k = program.rowStart()[i]; k < program.rowStart()[i + 1]; k++) {
        model.addConstraintTerm(i, program.column()[k], program.value()[k]);
      }
    }
    return model;
  }
}
