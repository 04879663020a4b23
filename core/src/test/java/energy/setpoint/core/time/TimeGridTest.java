package energy.setpoint.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeGridTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final Duration QUARTER = Duration.ofMinutes(15);

  @Test
  void startsNowAndThenKeepsToTheQuarters() {
    var grid = TimeGrid.alignedFrom(NOON.plusSeconds(400), QUARTER, Duration.ofHours(1));

    assertThat(grid.boundaries().subList(0, 3))
        .containsExactly(
            NOON.plusSeconds(400), NOON.plus(QUARTER), NOON.plus(QUARTER.multipliedBy(2)));
    assertThat(grid.end()).isEqualTo(NOON.plusSeconds(4000));
  }

  @Test
  void mergesAVeryShortFirstStep() {
    var grid = TimeGrid.alignedFrom(NOON.minusSeconds(20), QUARTER, Duration.ofHours(1));

    assertThat(grid.length(0)).isEqualTo(QUARTER.plusSeconds(20));
  }

  @Test
  void findsTheStepOfAnInstant() {
    var grid = TimeGrid.uniform(NOON, QUARTER, 4);

    assertThat(grid.indexAt(NOON)).isZero();
    assertThat(grid.indexAt(NOON.plus(QUARTER))).isEqualTo(1);
    assertThat(grid.indexAt(NOON.minusSeconds(1))).isEqualTo(-1);
    assertThat(grid.indexAt(NOON.plus(Duration.ofHours(1)))).isEqualTo(4);
  }

  @Test
  void tellsWhichShareOfAStepLiesInAnInterval() {
    var grid = TimeGrid.uniform(NOON, QUARTER, 4);
    var interval = Interval.of(NOON.plus(Duration.ofMinutes(10)), Duration.ofMinutes(20));

    assertThat(grid.share(0, interval)).isCloseTo(1.0 / 3, within(1e-9));
    assertThat(grid.share(1, interval)).isEqualTo(1);
    assertThat(grid.share(2, interval)).isZero();
  }

  @Test
  void refusesBoundariesThatDoNotRise() {
    assertThatThrownBy(() -> new TimeGrid(List.of(NOON, NOON)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must rise");
  }
}
