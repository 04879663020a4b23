package energy.setpoint.optimizer.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SwapsTest {

  private static final double ROUNDING = 1e-9;

  private final LinearModel model = new LinearModel();

  @Test
  void twoThatShareEverythingNoLongerChargeHalfEach() {
    Terms early = powers(2, 0, 4);
    Terms late = powers(2, 1, 4);
    need(0, early, late, 1);
    need(1, early, late, 1);
    limit("site", 0, early);
    limit("site", 1, late);
    Terms waiting = Terms.of(of(late, 0), 2).plus(of(late, 1), 1);

    double[] made = made(waiting, 2, 2, 2, 2);

    assertThat(made).as("the first is dearer to keep waiting").containsExactly(4, 0, 0, 4);
  }

  @Test
  void whoLosesMoreOnTheWaySwapsByEnergyAndNotByPower() {
    Terms early = powers(2, 0, 4);
    Terms late = powers(2, 1, 4);
    need(0, early, late, 0.9);
    need(1, early, late, 0.5);
    limit("site", 0, early);
    limit("site", 1, late);

    double[] made = made(new Terms(), 1, 2, 3, 1.5);

    assertThat(betweens(made)).isEqualTo(3);
    assertThat(made[0] + made[1]).isEqualTo(3, within(ROUNDING));
    assertThat(0.9 * (made[0] + made[2])).isEqualTo(0.9 * 4, within(ROUNDING));
    assertThat(0.5 * (made[1] + made[3])).isEqualTo(0.5 * 3.5, within(ROUNDING));
  }

  @Test
  void thoseOnDifferentCircuitsSwapAsFarAsTheirFusesAllow() {
    Terms early = powers(2, 0, 9);
    Terms late = powers(2, 1, 9);
    need(0, early, late, 1);
    need(1, early, late, 1);
    List<Terms> sums = new ArrayList<>();
    for (Terms step : List.of(early, late)) {
      int at = step == early ? 0 : 1;
      Terms all = new Terms();
      for (int i = 0; i < 2; i++) {
        Variable taking = model.variable("taking", "row" + i, at, 0, 100);
        Terms row = Terms.of(of(step, i), 1).plus(taking, -1);
        model.equal("taking of row" + i, at, row, 0);
        model.atMost("fuse of row" + i, at, Terms.of(taking, 1), i == 0 ? 5 : 100);
        all.plus(taking);
      }
      sums.add(all);
    }
    limit("site", 0, sums.get(0));
    limit("site", 1, sums.get(1));

    double[] made = made(new Terms(), 4, 4, 4, 4, 4, 4, 4, 4);

    assertThat(made[0]).isIn(3.0, 5.0);
    assertThat(made[0] + made[2]).isEqualTo(8, within(ROUNDING));
    assertThat(made[0] + made[1]).isEqualTo(8, within(ROUNDING));
  }

  @Test
  void whatIsLostOnTheWayIsNeverSwapped() {
    Variable charge = model.variable("charge", "b", 0, 0, 4);
    Variable discharge = model.variable("discharge", "b", 0, 0, 4);
    model.equal("stored", 0, Terms.of(charge, 0.9).plus(discharge, -1 / 0.9), 0.5);
    limit("site", 0, Terms.of(charge, 1).plus(discharge, -1));

    double[] made = made(new Terms(), 2, 1);

    assertThat(made).containsExactly(2, 1);
  }

  @Test
  void onePhaseAndThreePhasesDoNotSwapWhereThatLoadsAPhaseMore() {
    Terms early = powers(2, 0, 9);
    Terms late = powers(2, 1, 9);
    need(0, early, late, 1);
    need(1, early, late, 1);
    for (int step = 0; step < 2; step++) {
      Terms powers = step == 0 ? early : late;
      limit("L1", step, Terms.of(of(powers, 0), 1).plus(of(powers, 1), 1.0 / 3));
      limit("L2", step, Terms.of(of(powers, 1), 1.0 / 3));
      limit("together", step, powers);
    }

    assertThat(made(new Terms(), 4, 4, 4, 4)).containsExactly(4, 4, 4, 4);
  }

  @Test
  void whatStandsInOneLimitMoreDoesNotSwapWithWhatDoesNot() {
    Terms early = powers(2, 0, 9);
    Terms late = powers(2, 1, 9);
    need(0, early, late, 1);
    need(1, early, late, 1);
    limit("site", 0, early);
    limit("site", 1, late);
    Variable other = model.variable("other", "", 0, 0, 9);
    limit("row", 0, Terms.of(of(early, 1), 1).plus(other));

    assertThat(made(new Terms(), 4, 4, 4, 4, 9)).containsExactly(4, 4, 4, 4, 9);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void keepsEveryRowAndBoundAndNeverCostsMore(long seed) {
    Random random = new Random(seed);
    int vehicles = 3 + random.nextInt(20);
    int steps = 2 + random.nextInt(12);
    List<Terms> perStep = new ArrayList<>();
    for (int step = 0; step < steps; step++) {
      perStep.add(powers(vehicles, step, 11));
      limit("site", step, perStep.get(step));
      limit("phase", step, someOf(perStep.get(step)));
    }
    for (int vehicle = 0; vehicle < vehicles; vehicle++) {
      Terms need = new Terms();
      for (Terms step : perStep) {
        need.plus(of(step, vehicle), 0.25 * (1 + vehicle % 3));
      }
      model.atLeast("need " + vehicle, -1, need, 1);
    }
    double[] values = random.doubles(model.columns(), 0, 11).toArray();
    Terms costs = new Terms();
    for (int column = 0; column < model.columns(); column++) {
      costs.plus(new Variable(column), random.nextDouble());
    }

    double[] made = Swaps.made(model, Bounds.of(model), costs, values);

    for (int row = 0; row < model.rows(); row++) {
      assertThat(model.activity(row, made))
          .isEqualTo(model.activity(row, values), within(vehicles * ROUNDING));
    }
    assertThat(Arrays.stream(made)).allMatch(kw -> kw >= -ROUNDING && kw <= 11 + ROUNDING);
    assertThat(costs.at(made)).isLessThanOrEqualTo(costs.at(values) + ROUNDING);
    assertThat(betweens(made)).isLessThan(vehicles + 3 * steps);
  }

  private static Variable of(Terms powers, int vehicle) {
    return new Variable(powers.column(vehicle));
  }

  /** Two thirds of them, each second with a third of its power. */
  private static Terms someOf(Terms powers) {
    Terms some = new Terms();
    for (int vehicle = 0; vehicle < powers.size(); vehicle++) {
      if (vehicle % 3 > 0) {
        some.plus(of(powers, vehicle), vehicle % 3 == 1 ? 1 : -1.0 / 3);
      }
    }
    return some;
  }

  /** A power of each vehicle in a step, one after the other. */
  private Terms powers(int vehicles, int step, double mostKw) {
    Terms powers = new Terms();
    for (int vehicle = 0; vehicle < vehicles; vehicle++) {
      powers.plus(model.variable("charge", "v" + vehicle, step, 0, mostKw));
    }
    return powers;
  }

  private void need(int vehicle, Terms early, Terms late, double efficiency) {
    Terms need = Terms.of(of(early, vehicle), efficiency).plus(of(late, vehicle), efficiency);
    model.atLeast("need " + vehicle, -1, need, 1);
  }

  private void limit(String what, int step, Terms sum) {
    model.atMost(what, step, sum, 1000);
  }

  private double[] made(Terms costs, double... values) {
    return Swaps.made(model, Bounds.of(model), costs, values);
  }

  private long betweens(double[] values) {
    Bounds bounds = Bounds.of(model);
    long count = 0;
    for (int i = 0; i < values.length; i++) {
      count += values[i] > bounds.lower(i) + 1e-8 && values[i] < bounds.upper(i) - 1e-8 ? 1 : 0;
    }
    return count;
  }
}
