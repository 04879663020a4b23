package energy.setpoint.core.control.measure;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PeakTrackerTest {

  private static final Instant START = Instant.parse("2026-01-05T18:00:00Z");

  private final PeakTracker tracker =
      new PeakTracker(ZoneId.of("Europe/Amsterdam"), Duration.ofMinutes(15));

  @Test
  void keepsTheHighestMeanOfAnyInterval() {
    quarterFrom(START, 20);
    quarterFrom(START.plus(Duration.ofMinutes(15)), 50);
    quarterFrom(START.plus(Duration.ofMinutes(30)), 30);
    tracker.saw(START.plus(Duration.ofMinutes(45)), Power.ZERO);

    assertThat(tracker.reached(START)).isEqualTo(Power.ofKilowatts(50));
  }

  @Test
  void weighsEachValueWithTheTimeForWhichItHeld() {
    tracker.saw(START, Power.ofKilowatts(90));
    tracker.saw(START.plus(Duration.ofMinutes(2)), Power.ofKilowatts(10));
    tracker.saw(START.plus(Duration.ofMinutes(8)), Power.ofKilowatts(10));
    tracker.saw(START.plus(Duration.ofMinutes(15)), Power.ZERO);

    assertThat(tracker.reached(START)).isEqualTo(Power.ofKilowatts(30));
  }

  @Test
  void takesUpThePeakOfTheMonthAfterARestartAndForgetsItInTheNext() {
    tracker.resume(START, Power.ofKilowatts(70));
    quarterFrom(START, 50);

    assertThat(tracker.reached(START)).isEqualTo(Power.ofKilowatts(70));
    assertThat(tracker.reached(START.plus(Duration.ofDays(31)))).isEqualTo(Power.ZERO);
  }

  @Test
  void countsAnIntervalOnlyWhenItIsOver() {
    quarterFrom(START, 50);

    assertThat(tracker.reached(START)).isEqualTo(Power.ZERO);
  }

  @Test
  void countsNoIntervalThatItHardlySaw() {
    tracker.saw(START, Power.ofKilowatts(90));
    tracker.saw(START.plus(Duration.ofMinutes(7)), Power.ofKilowatts(90));
    tracker.saw(START.plus(Duration.ofMinutes(15)), Power.ZERO);

    assertThat(tracker.reached(START)).isEqualTo(Power.ZERO);
  }

  @Test
  void countsNoFeedingBackAsAPeak() {
    quarterFrom(START, -40);
    tracker.saw(START.plus(Duration.ofMinutes(15)), Power.ZERO);

    assertThat(tracker.reached(START)).isEqualTo(Power.ZERO);
  }

  @Test
  void ignoresAReadingThatComesTooLate() {
    quarterFrom(START, 20);
    tracker.saw(START.plus(Duration.ofMinutes(3)), Power.ofKilowatts(900));
    tracker.saw(START.plus(Duration.ofMinutes(15)), Power.ZERO);

    assertThat(tracker.reached(START)).isEqualTo(Power.ofKilowatts(20));
  }

  @Test
  void tellsWhatTheOpenIntervalHasTaken() {
    assertThat(tracker.taken(START)).as("before the first reading").isEqualTo(Energy.ZERO);

    tracker.saw(START, Power.ofKilowatts(60));

    assertThat(tracker.taken(START.plus(Duration.ofMinutes(5)))).isEqualTo(new Energy(5_000));
    assertThat(tracker.taken(START.plus(Duration.ofMinutes(20)))).isEqualTo(Energy.ZERO);
  }

  @Test
  void startsAgainWithTheMonthOfTheSite() {
    // Midnight in Amsterdam, an hour before that of UTC.
    var newMonth = Instant.parse("2026-01-31T23:00:00Z");
    quarterFrom(newMonth.minus(Duration.ofMinutes(15)), 50);
    quarterFrom(newMonth, 20);
    var old = tracker.reached(newMonth.minusSeconds(1));
    var fresh = tracker.reached(newMonth);
    tracker.saw(newMonth.plus(Duration.ofMinutes(15)), Power.ZERO);

    assertThat(old).isEqualTo(Power.ofKilowatts(50));
    assertThat(fresh).isEqualTo(Power.ZERO);
    assertThat(tracker.reached(newMonth)).isEqualTo(Power.ofKilowatts(20));
  }

  private void quarterFrom(Instant start, double kilowatts) {
    for (int minute = 0; minute < 15; minute++) {
      tracker.saw(start.plus(Duration.ofMinutes(minute)), Power.ofKilowatts(kilowatts));
    }
  }
}
