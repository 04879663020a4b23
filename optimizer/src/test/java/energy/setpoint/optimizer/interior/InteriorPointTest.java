package energy.setpoint.optimizer.interior;

import static energy.setpoint.optimizer.interior.ProgramBuilder.INFINITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.optimizer.interior.Outcome.Reason;
import energy.setpoint.optimizer.interior.Outcome.Solved;
import energy.setpoint.optimizer.interior.Outcome.Stopped;
import org.junit.jupiter.api.Test;

class InteriorPointTest {

  private static final InteriorPoint SOLVER = new InteriorPoint(Settings.usual());

  private static Outcome solve(LinearProgram program) {
    return SOLVER.solve(program, () -> false);
  }

  private static Solved solved(LinearProgram program) {
    Outcome outcome = solve(program);
    assertThat(outcome).isInstanceOf(Solved.class);
    return (Solved) outcome;
  }

  @Test
  void findsTheCheapestMixAndItsPrices() {
    ProgramBuilder program = new ProgramBuilder();
    int cheap = program.column(1, 0, 4);
    int dear = program.column(3, 0, INFINITE);
    program.entry(cheap, 1).entry(dear, 1).row(10, INFINITE);
    program.entry(cheap, 1).entry(dear, -1).row(-INFINITE, 3);

    Solved solved = solved(program.build());

    assertThat(solved.objective()).isCloseTo(22, within(1e-7));
    assertThat(solved.x()).containsExactly(new double[] {4, 6}, within(1e-7));
    assertThat(solved.rowPrices()).containsExactly(new double[] {3, 0}, within(1e-7));
    assertThat(solved.reducedCosts()).containsExactly(new double[] {-2, 0}, within(1e-7));
  }

  @Test
  void agreesWithGlopOnDepots() {
    for (int vehicles : new int[] {1, 20, 50}) {
      LinearProgram program = DepotProgram.quarters(vehicles, vehicles);

      Solved solved = solved(program);

      double best = Reference.glop(program).objective();
      assertThat(solved.objective()).isCloseTo(best, within(1e-7 * Math.abs(best)));
      assertThat(solved.bound()).isCloseTo(best, within(1e-7 * Math.abs(best)));
      assertThat(program.worstRow(solved.x())).isLessThan(1e-7);
    }
  }

  @Test
  void putsColumnsExactlyOnTheirBounds() {
    LinearProgram program = DepotProgram.coarse(20, 3);

    Solved solved = solved(program);

    int near = 0;
    int on = 0;
    for (int j = 0; j < program.columns(); j++) {
      double x = solved.x()[j];
      assertThat(x).isBetween(program.lower()[j], program.upper()[j]);
      double distance = Math.min(x - program.lower()[j], program.upper()[j] - x);
      on += distance == 0 ? 1 : 0;
      near += distance > 0 && distance < 1e-7 ? 1 : 0;
    }
    assertThat(on).isGreaterThan(program.columns() / 6);
    assertThat(near).isLessThan(program.columns() / 100);
  }

  @Test
  void acceptsAnythingWhenNothingCosts() {
    ProgramBuilder program = new ProgramBuilder();
    int a = program.column(0, -INFINITE, INFINITE);
    int b = program.column(0, 0, 5);
    program.entry(a, 1).entry(b, 2).row(7, 7);

    Solved solved = solved(program.build());

    assertThat(solved.objective()).isZero();
    assertThat(solved.bound()).isZero();
  }

  @Test
  void solvesWhereTheRowsLeaveNoInterior() {
    ProgramBuilder program = new ProgramBuilder();
    int a = program.column(-1, 0, 9);
    int b = program.column(-2, 0, 9);
    int c = program.column(1, 0, 9);
    program.entry(a, 1).entry(b, -1).row(0, 0);
    program.entry(b, 1).entry(c, -1).row(0, 0);
    program.entry(a, 1).entry(b, 1).entry(c, -2).row(0, INFINITE);
    program.entry(a, 2).entry(b, -2).row(0, 0);
    program.entry(a, 1).entry(c, 1).row(-INFINITE, 0);

    Solved solved = solved(program.build());

    assertThat(solved.objective()).isCloseTo(0, within(1e-7));
  }

  @Test
  void copesWithAColumnInThousandsOfRows() {
    ProgramBuilder program = new ProgramBuilder();
    int peak = program.column(1500, 0, INFINITE);
    for (int i = 0; i < 3000; i++) {
      int p = program.column(-1, 0, 2 + i % 7);
      program.entry(p, 1).entry(peak, -1).row(-INFINITE, i % 3);
    }
    LinearProgram built = program.build();

    Solved solved = solved(built);

    assertThat(solved.objective()).isCloseTo(Reference.glop(built).objective(), within(1e-3));
    assertThat(solved.effort().factorEntries()).isLessThan(1_000_000);
  }

  @Test
  void saysThatThereIsNoSolution() {
    ProgramBuilder program = new ProgramBuilder();
    int a = program.column(1, 0, 1);
    int b = program.column(1, 0, 1);
    program.entry(a, 1).entry(b, 1).row(3, INFINITE);

    Outcome outcome = solve(program.build());

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Stopped.class, stopped -> assertThat(stopped.reason()).isEqualTo(Reason.INFEASIBLE));
  }

  @Test
  void saysThatCostsFallWithoutEnd() {
    ProgramBuilder program = new ProgramBuilder();
    program.column(-1, 0, INFINITE);

    Outcome outcome = solve(program.build());

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Stopped.class, stopped -> assertThat(stopped.reason()).isEqualTo(Reason.UNBOUNDED));
  }

  @Test
  void neverCallsAnythingSolvedThatCannotBe() {
    ProgramBuilder program = new ProgramBuilder();
    int a = program.column(1, 0, INFINITE);
    int b = program.column(1, 0, INFINITE);
    program.entry(a, 1).entry(b, -1).row(1, INFINITE);
    program.entry(a, 1).entry(b, -2).row(-INFINITE, -1);
    program.entry(a, -1).entry(b, 2).row(-INFINITE, 0.5);

    Outcome outcome = solve(program.build());

    assertThat(outcome).isInstanceOf(Stopped.class);
  }

  @Test
  void findsTheSameWithRanksOfRows() {
    LinearProgram program = DepotProgram.quarters(40, 5);
    int[] rank = new int[program.rows()];
    for (int i = 0; i < rank.length; i++) {
      rank[i] = i < 40 ? 0 : 7;
    }

    Outcome outcome = SOLVER.solve(program, Hints.none().withRowRank(rank), () -> false);

    double objective = solved(program).objective();
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Solved.class,
            solved -> assertThat(solved.objective()).isCloseTo(objective, within(1e-4)));
  }

  @Test
  void needsFewerIterationsFromAnEarlierSearch() {
    LinearProgram program = DepotProgram.quarters(100, 2);
    Solved first = solved(program);
    double[] dearer = program.cost().clone();
    for (int j = 0; j < dearer.length; j++) {
      dearer[j] *= j % 2 == 0 ? 1.02 : 1;
    }
    LinearProgram changed =
        new LinearProgram(
            dearer,
            program.lower(),
            program.upper(),
            program.rowStart(),
            program.column(),
            program.value(),
            program.rowLower(),
            program.rowUpper());

    Outcome again = SOLVER.solve(changed, Hints.none().withStart(first.next()), () -> false);

    Solved cold = solved(changed);
    assertThat(again)
        .isInstanceOfSatisfying(
            Solved.class,
            warm -> {
              assertThat(warm.objective()).isCloseTo(cold.objective(), within(1e-3));
              assertThat(warm.effort().iterations()).isLessThan(cold.effort().iterations());
            });
  }

  @Test
  void stopsWhenAsked() {
    LinearProgram program = DepotProgram.quarters(20, 1);

    Outcome outcome = SOLVER.solve(program, () -> true);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Stopped.class, stopped -> assertThat(stopped.reason()).isEqualTo(Reason.CANCELLED));
  }
}
