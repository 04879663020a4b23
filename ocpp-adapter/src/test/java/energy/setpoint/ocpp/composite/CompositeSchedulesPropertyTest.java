package energy.setpoint.ocpp.composite;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.ocpp.CompositeDialects;
import energy.setpoint.ocpp.composite.profile.ProfilePurpose;
import energy.setpoint.ocpp.composite.profile.RateUnit;
import energy.setpoint.ocpp.composite.profile.SchedulePeriod;
import energy.setpoint.ocpp.composite.station.StationEvse;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Seeded: the name of a failing test has the seed with which it can be repeated. */
class CompositeSchedulesPropertyTest {

  private static final int STATIONS_PER_VERSION = 60;
  private static final double ROUNDING = 0.1 + 1e-6;

  /** A station of a version. */
  record Seeded(String version, long seed, RandomStation station) {

    @Override
    public String toString() {
      return version + ", seed " + seed;
    }
  }

  static Stream<Seeded> stations() {
    List<CompositeDialect> dialects = CompositeDialects.bundled();
    return IntStream.range(0, STATIONS_PER_VERSION * dialects.size())
        .mapToObj(seed -> {
          CompositeDialect dialect = dialects.get(seed % dialects.size());
          boolean modern = dialect.equals(dialects.getLast());
          var station = RandomStation.of(seed, dialect.rules(), modern);
          return new Seeded(dialect.version(), seed, station);
        });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stations")
  void agreesWithASlowCalculationAtEveryMoment(Seeded seeded) {
    RandomStation all = seeded.station();

    for (RateUnit unit : RateUnit.values()) {
      for (StationEvse evse : all.station().evses()) {
        check(all, schedule(all, evse.id(), unit), slow -> slow.ofEvse(evse, unit), seeded.seed());
      }
      check(all, schedule(all, 0, unit), slow -> slow.ofStation(unit), seeded.seed());
    }
  }

  private static void check(
      RandomStation all,
      CompositeSchedule schedule,
      ToDoubleFunction<SlowComposite> slow,
      long seed) {
    for (int second : samples(schedule, seed)) {
      Instant at = all.start().plusSeconds(second);
      double expected = slow.applyAsDouble(new SlowComposite(all, at));
      assertThat(limit(schedule.getAt(at)))
          .as("EVSE %d at %d s in %s", schedule.evseId(), second, schedule.unit())
          .isBetween(expected - ROUNDING, expected + 1e-5);
    }
  }

  /** At random, and on both sides of every change. */
  private static List<Integer> samples(CompositeSchedule schedule, long seed) {
    IntStream random = new Random(seed).ints(60, 0, RandomStation.SECONDS);
    IntStream edges =
        schedule.periods().stream()
            .mapToInt(SchedulePeriod::startPeriod)
            .flatMap(start -> IntStream.of(start, Math.max(0, start - 1)));
    return IntStream.concat(random, edges).boxed().toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stations")
  void writesPeriodsInOrderWithoutRepeatingItself(Seeded seeded) {
    RandomStation all = seeded.station();

    List<SchedulePeriod> periods = schedule(all, 1, RateUnit.A).periods();

    assertThat(periods.getFirst().startPeriod()).isZero();
    for (int i = 1; i < periods.size(); i++) {
      SchedulePeriod before = periods.get(i - 1);
      SchedulePeriod period = periods.get(i);
      assertThat(period.startPeriod())
          .isGreaterThan(before.startPeriod())
          .isLessThan(RandomStation.SECONDS);
      assertThat(List.of(period.limit(), period.numberPhases()))
          .isNotEqualTo(List.of(before.limit(), before.numberPhases()));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stations")
  void neverAllowsMoreThanTheMaximumAndWhatIsBuilt(Seeded seeded) {
    RandomStation all = seeded.station();
    boolean generation =
        all.installed().profiles().stream()
            .anyMatch(p -> p.purpose() == ProfilePurpose.LOCAL_GENERATION);

    CompositeSchedule station = schedule(all, 0, RateUnit.A);

    for (int second : samples(station, seeded.seed())) {
      Instant at = all.start().plusSeconds(second);
      double most = generation ? Double.MAX_VALUE : new SlowComposite(all, at).maximum();
      double built = all.station().evses().stream().mapToDouble(e -> e.rating().charge()).sum();
      assertThat(limit(station.getAt(at))).isLessThanOrEqualTo(Math.min(most, built) + 1e-6);
    }
  }

  private static CompositeSchedule schedule(RandomStation all, int evse, RateUnit unit) {
    var request = new CompositeRequest(evse, all.start(), RandomStation.SECONDS, unit);
    CompositeAnswer answer = CompositeSchedules.answer(all.installed(), all.station(), request);
    return ((CompositeAnswer.Accepted) answer).schedule();
  }

  private static double limit(SchedulePeriod period) {
    return period.limit().orElseThrow().value();
  }
}
