package energy.setpoint.ocpp.composite;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.ocpp.CompositeDialects;
import energy.setpoint.ocpp.composite.InstalledProfiles.Installation;
import energy.setpoint.ocpp.composite.profile.ChargingProfile;
import energy.setpoint.ocpp.composite.profile.ChargingSchedule;
import energy.setpoint.ocpp.composite.profile.FrequencyResponse;
import energy.setpoint.ocpp.composite.profile.OfflineRule;
import energy.setpoint.ocpp.composite.profile.OperationMode;
import energy.setpoint.ocpp.composite.profile.PhaseValues;
import energy.setpoint.ocpp.composite.profile.ProfileKind;
import energy.setpoint.ocpp.composite.profile.ProfilePurpose;
import energy.setpoint.ocpp.composite.profile.RateUnit;
import energy.setpoint.ocpp.composite.profile.SchedulePeriod;
import energy.setpoint.ocpp.composite.profile.ScheduleStart;
import energy.setpoint.ocpp.composite.station.Rating;
import energy.setpoint.ocpp.composite.station.SetpointPriority;
import energy.setpoint.ocpp.composite.station.Station;
import energy.setpoint.ocpp.composite.station.StationEvse;
import energy.setpoint.ocpp.composite.station.Supply;
import energy.setpoint.ocpp.composite.station.Transaction;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is certain while the station has drawn delays that nobody knows (2.1 K01.FR.92). */
class CompositeUncertaintyTest {

  private static final Instant START = Instant.parse("2026-11-02T12:00:00Z");
  private static final int SECONDS = 4_000;
  private static final int MOST_DELAY = 700;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void allowsNoMoreThanAnyDrawWould(long seed) {
    Random random = new Random(seed);
    ChargingProfile profile = profile(random);

    CompositeSchedule certain = schedule(profile, Map.of());

    for (int draw = 0; draw < 40; draw++) {
      List<Integer> delays =
          random
              .ints(profile.schedules().getFirst().periods().size(), 0, MOST_DELAY + 1)
              .boxed()
              .toList();
      CompositeSchedule drawn = schedule(profile, Map.of(profile.id(), delays));
      for (int second = 0; second < SECONDS; second += 7) {
        Instant at = START.plusSeconds(second);
        SchedulePeriod some = certain.getAt(at);
        SchedulePeriod real = drawn.getAt(at);
        assertThat(value(some.limit())).isLessThanOrEqualTo(value(real.limit()));
        assertThat(value(some.dischargeLimit()))
            .isGreaterThanOrEqualTo(value(real.dischargeLimit()));
        assertThat(Math.abs(value(some.setpoint())))
            .isLessThanOrEqualTo(Math.abs(value(real.setpoint())));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void keepsSetpointsInsideTheLimits(long seed) {
    ChargingProfile profile = profile(new Random(seed));

    CompositeSchedule schedule = schedule(profile, Map.of());

    assertThat(schedule.periods())
        .allSatisfy(period -> {
          double setpoint = value(period.setpoint());
          assertThat(setpoint).isBetween(value(period.dischargeLimit()), value(period.limit()));
        });
  }

  private static double value(Optional<PhaseValues> values) {
    return values.orElseThrow().value();
  }

  private static ChargingProfile profile(Random random) {
    List<SchedulePeriod> periods = new ArrayList<>();
    int[] starts =
        IntStream.concat(IntStream.of(0), random.ints(5, 1, 3_000)).sorted().distinct().toArray();
    for (int start : starts) {
      double limit = 1_000 + random.nextInt(20_000);
      double discharge = -random.nextInt(15_000);
      double setpoint = discharge + random.nextDouble() * (limit - discharge);
      periods.add(period(start, limit, discharge, Math.rint(setpoint)));
    }
    var schedule =
        new ChargingSchedule(
            1,
            RateUnit.W,
            Optional.of(new ScheduleStart.At(START)),
            Optional.empty(),
            MOST_DELAY,
            Optional.empty(),
            Optional.empty(),
            periods);
    return new ChargingProfile(
        7,
        1,
        0,
        ProfilePurpose.TX,
        ProfileKind.ABSOLUTE,
        Optional.empty(),
        List.of(schedule),
        Optional.of("t1"),
        Optional.empty(),
        Optional.empty(),
        OfflineRule.STAYS_VALID,
        Optional.empty(),
        Optional.empty());
  }

  private static SchedulePeriod period(int start, double limit, double discharge, double setpoint) {
    return new SchedulePeriod(
        start,
        Optional.of(PhaseValues.of(limit)),
        Optional.of(PhaseValues.of(discharge)),
        Optional.of(PhaseValues.of(setpoint)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OperationMode.CENTRAL_SETPOINT,
        Optional.empty(),
        Optional.empty(),
        FrequencyResponse.NONE);
  }

  private static CompositeSchedule schedule(
      ChargingProfile profile, Map<Integer, List<Integer>> delays) {
    Station station = station(delays);
    CompositeRules rules = CompositeDialects.bundled().getLast().rules();
    var installed = (Installation.Accepted) InstalledProfiles.none(rules).install(profile, station);
    var request = new CompositeRequest(1, START, SECONDS, RateUnit.W);
    CompositeAnswer answer = CompositeSchedules.answer(installed.profiles(), station, request);
    return ((CompositeAnswer.Accepted) answer).schedule();
  }

  private static Station station(Map<Integer, List<Integer>> delays) {
    Rating rating = new Rating(RateUnit.W, 18_000, Optional.of(-9_000.0));
    var transaction =
        new Transaction(
            "t1",
            1,
            START.minusSeconds(60),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            delays);
    return new Station(
        ZoneOffset.UTC,
        Set.of(RateUnit.A, RateUnit.W),
        Supply.ofAc(230, 3),
        Optional.empty(),
        List.of(new StationEvse(1, Supply.ofAc(230, 3), rating)),
        List.of(transaction),
        List.of(),
        SetpointPriority.EXTERNAL_CONTROL);
  }
}
