package energy.setpoint.ocpp.composite;

import energy.setpoint.ocpp.composite.InstalledProfiles.Installation;
import energy.setpoint.ocpp.composite.profile.ChargingProfile;
import energy.setpoint.ocpp.composite.profile.ChargingSchedule;
import energy.setpoint.ocpp.composite.profile.OfflineRule;
import energy.setpoint.ocpp.composite.profile.ProfileKind;
import energy.setpoint.ocpp.composite.profile.ProfilePurpose;
import energy.setpoint.ocpp.composite.profile.RateUnit;
import energy.setpoint.ocpp.composite.profile.Recurrence;
import energy.setpoint.ocpp.composite.profile.SchedulePeriod;
import energy.setpoint.ocpp.composite.profile.ScheduleStart;
import energy.setpoint.ocpp.composite.station.Offline;
import energy.setpoint.ocpp.composite.station.Rating;
import energy.setpoint.ocpp.composite.station.SetpointPriority;
import energy.setpoint.ocpp.composite.station.Station;
import energy.setpoint.ocpp.composite.station.StationEvse;
import energy.setpoint.ocpp.composite.station.Supply;
import energy.setpoint.ocpp.composite.station.Transaction;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A station on a day on which clocks change, with some transactions and many profiles.
 *
 * @param start of the day
 * @param station what is known of it
 * @param installed what it took of the profiles
 */
record RandomStation(Instant start, Station station, InstalledProfiles installed) {

  static final int SECONDS = 30 * 3600;
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  static RandomStation of(long seed, CompositeRules rules, boolean modern) {
    return new Maker(new Random(seed), modern).make(rules);
  }

  private record Maker(Random random, boolean modern, Instant start) {

    Maker(Random random, boolean modern) {
      this(
          random,
          modern,
          Instant.parse(random.nextBoolean() ? "2026-10-24T20:00:00Z" : "2026-03-28T20:00:00Z"));
    }

    RandomStation make(CompositeRules rules) {
      Station station = station();
      InstalledProfiles installed = InstalledProfiles.none(rules);
      for (int id = 1; id <= 14; id++) {
        if (installed.install(profile(id), station)
            instanceof Installation.Accepted(InstalledProfiles more)) {
          installed = more;
        }
      }
      return new RandomStation(start, station, installed);
    }

    private Station station() {
      List<StationEvse> evses =
          List.of(
              new StationEvse(1, Supply.ofAc(230, 3), rating(32)),
              new StationEvse(2, Supply.ofAc(230, 1 + random.nextInt(3)), rating(20)));
      Optional<Rating> most = maybe(0.5).map(yes -> rating(45));
      return new Station(
          ZONE,
          Set.of(RateUnit.A, RateUnit.W),
          Supply.ofAc(230, 3),
          most,
          evses,
          List.of(transaction(1), transaction(2)),
          maybe(0.4).map(yes -> offline()).stream().toList(),
          SetpointPriority.EXTERNAL_CONTROL);
    }

    private static Rating rating(double amperes) {
      return new Rating(RateUnit.A, amperes, Optional.empty());
    }

    private Transaction transaction(int evse) {
      Instant started = start.plusSeconds(random.nextInt(20_000) - 10_000);
      return new Transaction(
          "t" + evse,
          evse,
          started,
          maybe(0.5).map(yes -> started.plusSeconds(random.nextInt(900))),
          maybe(0.5).map(yes -> started.plusSeconds(20_000 + random.nextInt(60_000))),
          Optional.empty(),
          modern && random.nextBoolean(),
          Optional.empty(),
          Map.of());
    }

    private Offline offline() {
      Instant from = start.plusSeconds(random.nextInt(20_000) - 10_000);
      return new Offline(from, maybe(0.6).map(yes -> from.plusSeconds(random.nextInt(40_000))));
    }

    private ChargingProfile profile(int id) {
      ProfilePurpose purpose = ProfilePurpose.values()[random.nextInt(modern ? 6 : 4)];
      int evse =
          switch (purpose) {
            case STATION_MAX -> 0;
            case TX -> 1 + random.nextInt(2);
            case EXTERNAL_CONSTRAINTS, TX_DEFAULT, PRIORITY_CHARGING, LOCAL_GENERATION ->
                random.nextInt(3);
          };
      boolean relative = evse > 0 && random.nextInt(4) == 0;
      ProfileKind kind =
          relative
              ? ProfileKind.RELATIVE
              : random.nextBoolean() ? ProfileKind.RECURRING : ProfileKind.ABSOLUTE;
      return new ChargingProfile(
          id,
          evse,
          random.nextInt(4),
          purpose,
          kind,
          Optional.of(random.nextInt(5) == 0 ? Recurrence.WEEKLY : Recurrence.DAILY)
              .filter(r -> kind == ProfileKind.RECURRING),
          List.of(schedule(purpose, kind)),
          purpose == ProfilePurpose.TX ? Optional.of("t" + evse) : Optional.empty(),
          maybe(0.3).map(yes -> start.plusSeconds(random.nextInt(50_000) - 10_000)),
          maybe(0.3).map(yes -> start.plusSeconds(50_000 + random.nextInt(50_000))),
          new OfflineRule(
              maybe(modern ? 0.4 : 0).map(yes -> random.nextInt(9_000)), random.nextBoolean()),
          Optional.empty(),
          Optional.empty());
    }

    private ChargingSchedule schedule(ProfilePurpose purpose, ProfileKind kind) {
      Optional<Integer> duration =
          maybe(purpose == ProfilePurpose.PRIORITY_CHARGING ? 0 : 0.5)
              .map(yes -> random.nextInt(100_000));
      RateUnit unit = random.nextBoolean() ? RateUnit.A : RateUnit.W;
      int count = 1 + random.nextInt(6);
      List<SchedulePeriod> periods = new ArrayList<>();
      int[] starts =
          IntStream.generate(() -> 1 + random.nextInt(40_000))
              .limit(count - 1L)
              .distinct()
              .sorted()
              .toArray();
      periods.add(period(0, unit, purpose));
      for (int at : starts) {
        periods.add(period(at, unit, purpose));
      }
      return new ChargingSchedule(
          1,
          unit,
          kind == ProfileKind.RELATIVE ? Optional.empty() : Optional.of(scheduleStart()),
          duration,
          0,
          Optional.empty(),
          Optional.empty(),
          periods);
    }

    private ScheduleStart scheduleStart() {
      Instant at = start.plusSeconds(random.nextInt(700_000) - 690_000);
      return modern && random.nextBoolean()
          ? new ScheduleStart.AtLocalTime(LocalDateTime.ofInstant(at, ZoneOffset.UTC))
          : new ScheduleStart.At(at);
    }

    private SchedulePeriod period(int at, RateUnit unit, ProfilePurpose purpose) {
      int most = purpose == ProfilePurpose.LOCAL_GENERATION ? 8 : 50;
      double amperes = random.nextInt(most * 10) / 10.0;
      return SchedulePeriod.ofLimit(
          at,
          unit == RateUnit.A ? amperes : Math.rint(amperes * 690),
          maybe(0.4).map(yes -> 1 + random.nextInt(3)),
          Optional.empty());
    }

    private Optional<Boolean> maybe(double chance) {
      return Optional.of(true).filter(yes -> random.nextDouble() < chance);
    }
  }
}
