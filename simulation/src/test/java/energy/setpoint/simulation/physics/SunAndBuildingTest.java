package energy.setpoint.simulation.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SunAndBuildingTest {

  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final Instant MIDNIGHT = Instant.parse("2026-06-09T22:00:00Z");

  @Test
  void theSunGivesItsPeakAtNoonAndNothingAtNight() {
    var roof = SolarArray.clearSky(Power.ofKilowatts(60), ZONE);

    assertThat(roof.productionAt(MIDNIGHT.plus(Duration.ofHours(13))).kilowatts())
        .isCloseTo(60, within(0.1));
    assertThat(roof.productionAt(MIDNIGHT)).isEqualTo(Power.ZERO);
    assertThat(roof.productionAt(MIDNIGHT.plus(Duration.ofHours(21)))).isEqualTo(Power.ZERO);
  }

  @Test
  void cloudsTakeAwayButNeverAdd() {
    var clear = SolarArray.clearSky(Power.ofKilowatts(60), ZONE);
    var cloudy = clear.withClouds(0.8, 42);
    double missing = 0;

    for (int minute = 0; minute < 1440; minute++) {
      Instant at = MIDNIGHT.plus(Duration.ofMinutes(minute));
      double loss = clear.productionAt(at).watts() - cloudy.productionAt(at).watts();
      assertThat(loss).isBetween(0.0, 0.8 * 60_000 + 1e-6);
      missing += loss;
    }

    assertThat(missing).isPositive();
  }

  @Test
  void theBuildingStaysUnderItsMaximumAndMovesSlowly() {
    var building = new BuildingLoad(PhaseCurrents.ofAmps(40, 30, 20), ZONE, 0.2, 7);
    PhaseCurrents before = building.currentsAt(MIDNIGHT);

    for (int second = 1; second < 86_400; second++) {
      PhaseCurrents now = building.currentsAt(MIDNIGHT.plusSeconds(second));
      assertThat(now.fitsWithin(building.maximum())).isTrue();
      assertThat(now.smallest().isNegative()).isFalse();
      Current step = now.minus(before).largest();
      assertThat(step.amps()).isLessThan(0.1);
      before = now;
    }
  }

  @Test
  void machinesMakeTheBuildingJumpBelowItsMaximum() {
    var building =
        new BuildingLoad(PhaseCurrents.ofAmps(40, 30, 20), ZONE, 0.2, 7).withMachines(0.5);
    double largestStep = 0;

    for (int second = 1; second < 86_400; second++) {
      PhaseCurrents now = building.currentsAt(MIDNIGHT.plusSeconds(second));
      PhaseCurrents before = building.currentsAt(MIDNIGHT.plusSeconds(second - 1));
      assertThat(now.fitsWithin(building.maximum())).isTrue();
      largestStep = Math.max(largestStep, now.minus(before).largest().amps());
    }

    assertThat(largestStep).isBetween(19.5, 20.5);
  }

  @Test
  void theSameSeedGivesTheSameDayAndAnotherSeedAnother() {
    Instant noon = MIDNIGHT.plus(Duration.ofHours(12));
    var one = new BuildingLoad(PhaseCurrents.ofAmps(40, 40, 40), ZONE, 0.2, 7);
    var same = new BuildingLoad(PhaseCurrents.ofAmps(40, 40, 40), ZONE, 0.2, 7);
    var other = new BuildingLoad(PhaseCurrents.ofAmps(40, 40, 40), ZONE, 0.2, 8);

    assertThat(one.currentsAt(noon)).isEqualTo(same.currentsAt(noon));
    assertThat(one.currentsAt(noon)).isNotEqualTo(other.currentsAt(noon));
  }
}
