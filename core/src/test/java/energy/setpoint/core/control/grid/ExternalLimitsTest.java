package energy.setpoint.core.control.grid;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.event.ExternalLimit;
import energy.setpoint.core.event.ExternalLimit.Bound;
import energy.setpoint.core.event.ExternalLimit.Period;
import energy.setpoint.core.event.ExternalLimitEvent;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import energy.setpoint.core.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ExternalLimitsTest {

  private static final StationId STATION = new StationId("s1");
  private static final EvseRef EVSE = new EvseRef(STATION, 1);
  private static final Voltage VOLTAGE = Voltage.ofVolts(230);
  private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

  private final ExternalLimits limits = new ExternalLimits();

  @Test
  void boundsAnEvseByTheLowestOfItsLimitsAndThoseOfItsStation() {
    limits.saw(announced(OptionalInt.empty(), limit("EMS", false, watts(0, 10, 9000))));
    limits.saw(announced(OptionalInt.of(1), limit("SO", false, amperes(0, 10, 10))));
    limits.saw(announced(OptionalInt.of(2), limit("SO", false, watts(0, 10, 1))));

    Optional<Power> most = limits.findMost(EVSE, hours(0, 2), VOLTAGE, 3);

    assertThat(most).contains(Power.ofWatts(6900));
  }

  @Test
  void takesTheHighestOfSeveralPeriods() {
    limits.saw(announced(OptionalInt.of(1), limit("SO", false, watts(0, 1, 3), watts(1, 9, 7))));

    Optional<Power> most = limits.findMost(EVSE, hours(0, 2), VOLTAGE, 3);

    assertThat(most).contains(Power.ofWatts(7));
  }

  @Test
  void boundsNothingThatItDoesNotCoverToTheEnd() {
    limits.saw(announced(OptionalInt.of(1), limit("SO", false, watts(0, 1, 3), watts(2, 9, 7))));

    assertThat(limits.findMost(EVSE, hours(0, 3), VOLTAGE, 3)).isEmpty();
    assertThat(limits.findMost(EVSE, hours(2, 3), VOLTAGE, 3)).contains(Power.ofWatts(7));
  }

  /** It is capacity that is added, not a limit. */
  @Test
  void boundsNothingByLocalGeneration() {
    limits.saw(announced(OptionalInt.of(1), limit("EMS", true, watts(0, 9, 3))));

    assertThat(limits.findMost(EVSE, hours(0, 2), VOLTAGE, 3)).isEmpty();
    assertThat(limits.of(STATION, NOON)).hasSize(1);
  }

  /** A station may announce a limit without its schedule (K12.FR.03). */
  @Test
  void showsALimitOfUnknownAmountButBoundsNothingByIt() {
    limits.saw(announced(OptionalInt.of(1), limit("SO", false)));

    assertThat(limits.of(STATION, NOON)).hasSize(1);
    assertThat(limits.findMost(EVSE, hours(0, 2), VOLTAGE, 3)).isEmpty();
  }

  @Test
  void replacesALimitBySourceAndPlace() {
    limits.saw(announced(OptionalInt.of(1), limit("SO", false, watts(0, 9, 3))));

    limits.saw(announced(OptionalInt.of(1), limit("SO", false, watts(0, 9, 5))));

    assertThat(limits.findMost(EVSE, hours(0, 2), VOLTAGE, 3)).contains(Power.ofWatts(5));
  }

  /** K13.FR.01. */
  @Test
  void forgetsALimitThatIsCleared() {
    limits.saw(announced(OptionalInt.of(1), limit("SO", false, watts(0, 9, 3))));

    limits.saw(new ExternalLimitEvent.Cleared(STATION, NOON, OptionalInt.of(1), "SO"));

    assertThat(limits.of(STATION, NOON)).isEmpty();
  }

  @Test
  void showsALimitUntilItsTimeIsOver() {
    limits.saw(announced(OptionalInt.of(1), limit("SO", false, watts(0, 1, 3))));

    assertThat(limits.of(STATION, NOON.plus(Duration.ofHours(1)))).isEmpty();
  }

  @Test
  void forgetsTheLimitsOfAStationThatStartsAnew() {
    limits.saw(announced(OptionalInt.of(1), limit("SO", false, watts(0, 9, 3))));

    limits.booted(STATION);

    assertThat(limits.of(STATION, NOON)).isEmpty();
  }

  @Test
  void keepsOnlyTheNewestOfAnEndlessStream() {
    for (int i = 0; i < 1000; i++) {
      limits.saw(announced(OptionalInt.of(1), limit("source-" + i, false, watts(0, 9, i))));
    }

    assertThat(limits.of(STATION, NOON)).hasSize(256);
  }

  private static ExternalLimitEvent announced(OptionalInt evse, ExternalLimit limit) {
    return new ExternalLimitEvent.Announced(STATION, NOON, evse, limit);
  }

  private static ExternalLimit limit(String source, boolean generation, Period... periods) {
    return new ExternalLimit(source, false, generation, List.of(periods));
  }

  private static Period watts(int from, int until, double watts) {
    return new Period(hours(from, until), new Bound.Watts(Power.ofWatts(watts)));
  }

  private static Period amperes(int from, int until, double amps) {
    return new Period(hours(from, until), new Bound.Amperes(Current.ofAmps(amps)));
  }

  private static Interval hours(int from, int until) {
    return new Interval(NOON.plus(Duration.ofHours(from)), NOON.plus(Duration.ofHours(until)));
  }
}
