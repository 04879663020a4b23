package energy.setpoint.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.CircuitTree;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BreakerHeatTest {

  private static final CircuitId MAIN = new CircuitId("main");
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final BreakerHeat heat =
      new BreakerHeat(
          new CircuitTree(
              List.of(
                  new Circuit(
                      MAIN,
                      Optional.empty(),
                      PhaseCurrents.balanced(Current.ofAmps(100)),
                      PhaseCurrents.ZERO))));

  private Instant now = Instant.parse("2026-05-04T08:00:00Z");

  @Test
  void holdsALittleMoreThanItsRatingForEver() {
    carry(112, 24 * 3600);

    assertThat(heat.trips()).isEmpty();
  }

  @Test
  void tripsAfterASecondAtTwoAndAHalfTimesItsRating() {
    carry(256, 1);

    assertThat(heat.trips())
        .hasSize(3)
        .allSatisfy(trip -> assertThat(trip.tripped()).hasValue(now));
  }

  @Test
  void bearsAnOverloadOfAFifthForHalfAMinute() {
    carry(120, 30);

    assertThat(heat.trips()).isEmpty();
    assertThat(heat.hottest()).isBetween(0.8, 1.0);
  }

  @Test
  void tripsWhenAnOverloadLasts() {
    carry(120, 60);

    assertThat(heat.trips()).hasSize(3);
  }

  @Test
  void coolsBetweenOverloads() {
    for (int i = 0; i < 20; i++) {
      carry(120, 15);
      carry(80, 15);
    }

    assertThat(heat.trips()).isEmpty();
  }

  @Test
  void looksAtWhatIsFedBackToo() {
    carry(-160, 10);

    assertThat(heat.trips()).hasSize(3);
  }

  private void carry(double amps, int seconds) {
    for (int i = 0; i < seconds; i++) {
      now = now.plus(SECOND);
      var circuits =
          new LinkedHashMap<>(Map.of(MAIN, PhaseCurrents.balanced(Current.ofAmps(amps))));
      heat.carry(
          new SiteFlows(now, circuits, new LinkedHashMap<>(), new LinkedHashMap<>(), Power.ZERO),
          SECOND);
    }
  }
}
