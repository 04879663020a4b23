package energy.setpoint.core.plan.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import energy.setpoint.core.plan.part.Quantiles.Level;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.core.time.TimeGrid;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuantilesTest {

  private static final TimeGrid GRID =
      TimeGrid.uniform(Instant.parse("2026-11-02T12:00:00Z"), Duration.ofHours(1), 2);
  private static final CircuitId MAIN = new CircuitId("main");

  @Test
  void refusesProductionThatIsExceededWhereItShouldBeMissed() {
    var sun = new SolarForecast(MAIN, curve(-4000, -3000));
    var exceeded = new Quantiles(List.of(level(0.9, -2000, -1000), level(0.1, -2000, -6000.25)));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> sun.with(exceeded))
        .withMessage(
            "The quantile 0.9 of a production is 1000.0 W in step 1, below the 6000.3 W of quantile"
                + " 0.1. Maybe these are shares of cases in which it is exceeded.");
  }

  @Test
  void refusesALoadThatIsExceededWhereItShouldBeMissed() {
    var load = UncontrolledLoad.balanced(MAIN, curve(900, 900));
    var exceeded =
        new Quantiles(List.of(level(0.1, 1500, 0), level(0.5, 900, 0), level(0.9, 400, 0)));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> load.with(exceeded))
        .withMessageStartingWith(
            "The quantile 0.5 of a load is 900.0 W in step 0, below the 1500.0");
  }

  @Test
  void takesALoadThatMayFeedInWhenItTakesMoreInMoreCases() {
    var load = UncontrolledLoad.balanced(MAIN, curve(0, 0));
    var known = new Quantiles(List.of(level(0.1, -3000, -800), level(0.9, -1000, 2000)));

    UncontrolledLoad careful = load.with(known).at(0.9);

    assertThat(careful.total().toWatts()).containsExactly(-1000, 2000);
  }

  @Test
  void takesLevelsThatAreEqualButForRounding() {
    var sun = new SolarForecast(MAIN, curve(0, -3000));
    var known = new Quantiles(List.of(level(0.1, 0, -3000), level(0.9, 0, -2999.9999)));

    assertThat(sun.with(known).quantiles().areKnown()).isTrue();
  }

  private static Level level(double share, double... watts) {
    return new Level(share, curve(watts));
  }

  private static PowerCurve curve(double... watts) {
    return PowerCurve.generate(GRID, step -> watts[step]);
  }
}
