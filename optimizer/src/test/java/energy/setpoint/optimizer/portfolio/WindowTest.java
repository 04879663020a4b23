package energy.setpoint.optimizer.portfolio;

import static energy.setpoint.testkit.plan.ProblemBuilder.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.core.time.TimeGrid;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WindowTest {

  @Test
  void takesTheMeanOfFinerSteps() {
    Window window = new Window(grid(0, 60), grid(0, 15, 60));

    double[] mean = window.meanKw(PowerCurve.ofWatts(grid(0, 15, 60), 8000, 4000));

    assertThat(mean).containsExactly(5);
  }

  @Test
  void aCoarserStepHasTheSamePowerInAllOfThem() {
    Window window = new Window(grid(30, 60, 90), grid(0, 120));

    assertThat(window.meanKw(PowerCurve.ofWatts(grid(0, 120), 7000))).containsExactly(7, 7);
    assertThat(window.pricesAtSite(new double[] {0.5, 0.5})).containsExactly(0.25);
    assertThat(window.siteSteps()).containsExactly(0);
  }

  @Test
  void aStepOutsideHasNoPriceAndNoPart() {
    Window window = new Window(grid(60, 120), grid(0, 60, 120, 180));

    assertThat(window.pricesAtSite(new double[] {0.4})).containsExactly(0, 0.4, 0);
    assertThat(window.siteSteps()).containsExactly(1);
  }

  @Test
  void pricesCostTheSameOnEitherGrid() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      TimeGrid site = randomGrid(random, 0, 24 * 60);
      TimeGrid dispatch = randomGrid(random, random.nextInt(300), 400 + random.nextInt(500));
      PowerCurve power = PowerCurve.generate(site, step -> random.nextDouble() * 1e4 - 3e3);
      double[] prices = random.doubles(dispatch.size(), -1, 1).toArray();
      Window window = new Window(dispatch, site);

      double atSite = 0;
      double[] pricesAtSite = window.pricesAtSite(prices);
      for (int step = 0; step < site.size(); step++) {
        atSite += pricesAtSite[step] * power.energy(step).kilowattHours();
      }
      double inDispatch = 0;
      double[] mean = window.meanKw(power);
      for (int step = 0; step < dispatch.size(); step++) {
        inDispatch += prices[step] * mean[step] * dispatch.hours(step);
      }

      assertThat(atSite).as("seed %d", seed).isEqualTo(inDispatch, within(1e-6));
    }
  }

  private static TimeGrid randomGrid(Random random, int from, int to) {
    TreeSet<Integer> minutes = new TreeSet<>(Arrays.asList(from, to));
    for (int i = random.nextInt(12); i > 0; i--) {
      minutes.add(from + 1 + random.nextInt(to - from - 1));
    }
    return grid(minutes.stream().mapToInt(Integer::intValue).toArray());
  }

  private static TimeGrid grid(int... minutes) {
    Instant[] boundaries =
        Arrays.stream(minutes)
            .mapToObj(minute -> START.plus(Duration.ofMinutes(minute)))
            .toArray(Instant[]::new);
    return new TimeGrid(Arrays.asList(boundaries));
  }
}
