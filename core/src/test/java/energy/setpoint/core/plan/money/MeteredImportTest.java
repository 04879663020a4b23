package energy.setpoint.core.plan.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.time.Interval;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.core.time.TimeGrid;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MeteredImportTest {

  private static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

  private static PeakPrice metered(int minutes, double takenKwh) {
    return new PeakPrice(1, Power.ZERO)
        .metered(Duration.ofMinutes(minutes), Energy.ofKilowattHours(takenKwh));
  }

  private static TimeGrid minutes(Instant start, int... lengths) {
    List<Instant> boundaries = new ArrayList<>(List.of(start));
    for (int length : lengths) {
      boundaries.add(boundaries.getLast().plus(Duration.ofMinutes(length)));
    }
    return new TimeGrid(boundaries);
  }

  private static double highestKw(PeakPrice price, TimeGrid grid, double... kilowatts) {
    PowerCurve curve = PowerCurve.generate(grid, step -> kilowatts[step] * 1000);
    return MeteredImport.highest(price, curve).kilowatts();
  }

  @Test
  void withoutAMeterEveryStepIsItsOwnMean() {
    TimeGrid grid = minutes(NOON, 5, 30, 5);

    assertThat(highestKw(new PeakPrice(1, Power.ZERO), grid, 9, 2, 3)).isEqualTo(9);
  }

  @Test
  void threeStepsOfFiveMinutesMakeAQuarter() {
    TimeGrid grid = minutes(NOON, 5, 5, 5, 5, 5, 5);

    assertThat(highestKw(metered(15, 0), grid, 9, 0, 0, 2, 4, 6)).isEqualTo(4, within(1e-9));
  }

  @Test
  void aStepThatFillsWholeQuartersIsItsOwnMean() {
    List<MeteredImport> intervals = MeteredImport.of(metered(15, 0), minutes(NOON, 60, 15));

    assertThat(intervals).hasSize(2);
    assertThat(intervals).allMatch(interval -> interval.shares().equals(List.of(1.0)));
  }

  @Test
  void theMeterKeepsItsClockWhenThePlanBeginsBetweenItsQuarters() {
    TimeGrid grid = minutes(NOON.plusSeconds(600), 15, 15);

    // 12:00 to 12:15 has 5 minutes of 12 kW, 12:15 to 12:30 10 of 12 and 5 of 6
    assertThat(highestKw(metered(15, 0), grid, 12, 6)).isEqualTo(10, within(1e-9));
  }

  @Test
  void whatTheOpenQuarterHasTakenCountsInItAlone() {
    TimeGrid grid = minutes(NOON.plusSeconds(600), 5, 15);

    assertThat(highestKw(metered(15, 2), grid, 0, 1)).isEqualTo(8, within(1e-9));
    assertThat(highestKw(metered(15, 2), grid, 6, 1)).isEqualTo(10, within(1e-9));
  }

  @Test
  void nothingIsOpenWhenThePlanBeginsWithAQuarter() {
    assertThat(highestKw(metered(15, 2), minutes(NOON, 15), 1)).isEqualTo(1, within(1e-9));
  }

  @Test
  void exportDoesNotLowerTheMean() {
    assertThat(highestKw(metered(15, 0), minutes(NOON, 5, 10), 9, -9)).isEqualTo(3, within(1e-9));
  }

  @Test
  void onlyQuartersThatTouchTheHoursOfThePriceCount() {
    Interval evening = Interval.of(NOON.plusSeconds(1000), Duration.ofMinutes(5));
    PeakPrice price = metered(15, 0).within(List.of(evening));

    assertThat(highestKw(price, minutes(NOON, 15, 15, 15), 9, 4, 9)).isEqualTo(4, within(1e-9));
  }

  @Test
  void isWhatAMeterWouldShowOverAnySteps() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      int[] lengths = random.ints(12, 1, 40).toArray();
      TimeGrid grid = minutes(NOON.plusSeconds(60L * random.nextInt(15)), lengths);
      double[] kilowatts = random.doubles(12, -5, 20).toArray();

      double highest = highestKw(metered(15, 0), grid, kilowatts);

      assertThat(highest)
          .as("seed %d", seed)
          .isEqualTo(minuteByMinute(grid, kilowatts), within(1e-6));
    }
  }

  /** Adds up minute for minute. */
  private static double minuteByMinute(TimeGrid grid, double[] kilowatts) {
    double highest = 0;
    double sum = 0;
    for (Instant at = grid.start(); at.isBefore(grid.end()); at = at.plusSeconds(60)) {
      sum = at.getEpochSecond() % 900 == 0 ? 0 : sum;
      sum += Math.max(0, kilowatts[grid.indexAt(at)]) / 15;
      highest = Math.max(highest, sum);
    }
    return highest;
  }
}
