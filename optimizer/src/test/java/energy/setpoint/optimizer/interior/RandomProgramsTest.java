package energy.setpoint.optimizer.interior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.optimizer.interior.Outcome.Solved;
import energy.setpoint.optimizer.interior.Reference.Answer;
import org.junit.jupiter.api.Test;

class RandomProgramsTest {

  private static final InteriorPoint SOLVER = new InteriorPoint(Settings.usual());

  @Test
  void agreesWithGlopOnProgramsOfEveryKind() {
    int compared = 0;
    for (long seed = 0; seed < 600; seed++) {
      LinearProgram program = RandomPrograms.of(seed);
      Answer answer = Reference.glop(program);

      if (answer.isOptimal() && SOLVER.solve(program, () -> false) instanceof Solved solved) {
        compared++;
        double size = size(program, solved.x());
        assertThat(solved.objective())
            .as("seed " + seed)
            .isCloseTo(answer.objective(), within(1e-6 * size)); // GLOP may miss rows by 1e-6
        if (Double.isFinite(solved.bound())) {
          double gap = solved.objective() - solved.bound();
          assertThat(gap).as("seed " + seed).isLessThan(1e-7 * size);
        }
        assertThat(solved.bound()).as("seed " + seed).isLessThan(answer.objective() + 1e-6 * size);
        assertThat(program.worstRow(solved.x())).as("seed " + seed).isLessThan(1e-8 * size);
      }
    }
    assertThat(compared).isGreaterThan(420);
  }

  /** The sum of what costs and gains there are, so that cancellation does not count. */
  private static double size(LinearProgram program, double[] x) {
    double size = 1e3;
    for (int j = 0; j < x.length; j++) {
      size += Math.abs(program.cost()[j] * x[j]);
    }
    return size;
  }
}
