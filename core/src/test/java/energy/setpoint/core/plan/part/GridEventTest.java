package energy.setpoint.core.plan.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.setpoint.core.plan.part.GridEvent.Obligation;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.time.Interval;
import energy.setpoint.core.time.TimeGrid;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GridEventTest {

  private static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");
  private static final Interval HOUR = Interval.of(NOON, Duration.ofHours(1));
  private static final Obligation MANDATORY = new Obligation.Mandatory();

  @Test
  void aDispatchIsMissedByWhatLiesOutsideItsTolerance() {
    GridEvent dispatch =
        GridEvent.dispatch("d", HOUR, Power.ofKilowatts(-10), Power.ofKilowatts(1), MANDATORY);

    assertThat(dispatch.deviation(Power.ofKilowatts(-10.5))).isEqualTo(Power.ZERO);
    assertThat(dispatch.deviation(Power.ofKilowatts(-13))).isEqualTo(Power.ofKilowatts(2));
    assertThat(dispatch.deviation(Power.ofKilowatts(4))).isEqualTo(Power.ofKilowatts(13));
  }

  @Test
  void stepsObeyItThatLieInItForTheGreaterPart() {
    TimeGrid quarters = TimeGrid.uniform(NOON.minusSeconds(600), Duration.ofMinutes(15), 6);

    GridEvent cap = GridEvent.cap("cap", HOUR, Power.ZERO, MANDATORY);

    // 11:50 to 12:05 lies in it for a third, 12:50 to 13:05 for two thirds
    assertThat(cap.steps(quarters)).containsExactly(1, 2, 3, 4);
  }

  @Test
  void refusesToWantNothingOrTheImpossible() {
    assertThatThrownBy(
            () -> new GridEvent("e", HOUR, Optional.empty(), Optional.empty(), MANDATORY))
        .hasMessage("Grid event e wants nothing.");
    assertThatThrownBy(() ->
            new GridEvent(
                "e",
                HOUR,
                Optional.of(Power.ofKilowatts(2)),
                Optional.of(Power.ofKilowatts(1)),
                MANDATORY))
        .hasMessageContaining("at least");
    assertThatThrownBy(() -> new Obligation.Paid(1, new EnergyPrice(-1)))
        .hasMessageContaining("at least 0");
  }
}
