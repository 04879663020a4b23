package energy.setpoint.app.system.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrikePlanTest {

  private static final Duration SHORT = Duration.ofSeconds(32);
  private static final Duration LONG = Duration.ofMinutes(30);
  private static final List<String> STATIONS = List.of("a", "b", "c", "d", "e");

  @ParameterizedTest
  @ValueSource(longs = {5, 6, 7})
  void isTheSameForTheSameSeed(long seed) {
    assertThat(StrikePlan.of(seed, LONG, STATIONS)).isEqualTo(StrikePlan.of(seed, LONG, STATIONS));
    assertThat(StrikePlan.of(seed, LONG, STATIONS))
        .isNotEqualTo(StrikePlan.of(seed + 1, LONG, STATIONS));
  }

  @Test
  void strikesEverythingInTheRunOfTheBuild() {
    List<Strike> plan = StrikePlan.of(5, SHORT, STATIONS);

    assertThat(plan).extracting(Strike::target).contains(Target.values());
    assertThat(plan.getLast().mended()).isLessThan(SHORT.plusSeconds(8));
  }

  @Test
  void strikesEverythingManyTimesInHalfAnHour() {
    List<Strike> plan = StrikePlan.of(5, LONG, STATIONS);

    for (Target target : Target.values()) {
      assertThat(plan).filteredOn(it -> it.target() == target).hasSizeGreaterThan(5);
    }
    assertThat(plan).allSatisfy(it -> assertThat(it.mended()).isLessThan(LONG.plusSeconds(30)));
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 6, 7})
  void neverStrikesWhatIsBroken(long seed) {
    List<Strike> plan = StrikePlan.of(seed, LONG, STATIONS);

    for (Strike one : plan) {
      assertThat(plan)
          .filteredOn(it -> !it.equals(one) && it.target() == one.target())
          .noneMatch(it -> it.at().compareTo(one.at()) >= 0 && it.at().compareTo(one.mended()) < 0);
    }
  }

  @Test
  void leavesOneEngineAliveForLongEnoughToSeeItsMemoryGrow() {
    List<Strike> engine =
        StrikePlan.of(5, LONG, STATIONS).stream()
            .filter(it -> it.target() == Target.ENGINE)
            .toList();

    assertThat(engine)
        .noneMatch(it ->
            it.at().compareTo(Duration.ofMinutes(12).plusSeconds(5)) > 0
                && it.at().compareTo(Duration.ofMinutes(27)) < 0);
  }
}
