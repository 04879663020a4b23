package energy.setpoint.ocpp.proxy.limit;

import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.composite.CompositeAnswer;
import energy.setpoint.ocpp.composite.CompositeRequest;
import energy.setpoint.ocpp.composite.CompositeRules;
import energy.setpoint.ocpp.composite.CompositeSchedule;
import energy.setpoint.ocpp.composite.CompositeSchedules;
import energy.setpoint.ocpp.composite.InstalledProfiles;
import energy.setpoint.ocpp.composite.InstalledProfiles.Installation;
import energy.setpoint.ocpp.composite.profile.ChargingProfile;
import energy.setpoint.ocpp.composite.profile.ProfilePurpose;
import energy.setpoint.ocpp.composite.station.Station;
import energy.setpoint.ocpp.composite.station.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What profiles of the CSMS allow in one place: their composite schedule. A profile that cannot be
 * followed, because a fact is missing or because no station would take it, counts with its lowest
 * limit.
 *
 * @param zone of the clock at the station; empty when nobody knows it
 * @param running the id of the transaction there
 * @param path when its power path closed; empty when that is not known
 * @param guessed is told why a profile counts with its lowest limit
 */
public record PlaceLimits(
    CompositeRules rules,
    Place place,
    Optional<ZoneId> zone,
    Optional<String> running,
    Optional<PowerPath> path,
    Consumer<String> guessed) {

  /** The least that they allow at any moment of a time. */
  public Allowance least(List<ChargingProfile> profiles, Interval time) {
    List<ChargingProfile> inTime =
        profiles.stream().filter(it -> new ProfileSpan(it).overlaps(time)).toList();
    if (inTime.isEmpty()) {
      return Allowance.ANYTHING;
    }
    Interval window = withDoubt(inTime, time);
    if (seconds(window) > CompositeRequest.MOST_SECONDS) {
      guessed.accept("too long a time");
      return new FlatLimits(rules, place).lowest(inTime);
    }
    Sorted sorted = sort(inTime, window);
    return place
        .least(composite(sorted.followed(), window))
        .min(new FlatLimits(rules, place).lowest(sorted.others()));
  }

  /** When the schedule steps first within a time; empty when it does not. */
  public Optional<Instant> findStep(List<ChargingProfile> profiles, Interval time) {
    return composite(sort(profiles, time).followed(), time).periods().stream()
        .skip(1)
        .findFirst()
        .map(period -> time.start().plusSeconds(period.startPeriod()));
  }

  /**
   * What counts from a moment that is only known to lie within a span is looked at over as much
   * more time.
   */
  private Interval withDoubt(List<ChargingProfile> profiles, Interval time) {
    Duration doubt =
        profiles.stream().anyMatch(it -> new ProfileSpan(it).isRelative())
            ? path.map(it -> it.doubtAt(time.start())).orElse(Duration.ZERO)
            : Duration.ZERO;
    return new Interval(time.start().minus(doubt), time.end());
  }

  /**
   * @param followed as the station would take them
   * @param others that count with their lowest limit
   */
  private record Sorted(InstalledProfiles followed, List<ChargingProfile> others) {}

  private Sorted sort(List<ChargingProfile> profiles, Interval window) {
    InstalledProfiles followed = InstalledProfiles.none(rules);
    List<ChargingProfile> others = new ArrayList<>();
    for (ChargingProfile profile : profiles) {
      Optional<String> gap = findGap(profile);
      ChargingProfile named = named(profile);
      if (gap.isEmpty()
          && followed.install(named, station(window)) instanceof Installation.Accepted taken) {
        followed = taken.profiles();
      } else {
        guessed.accept(gap.orElse("against the rules"));
        others.add(profile);
      }
    }
    return new Sorted(followed, others);
  }

  private Optional<String> findGap(ChargingProfile profile) {
    var span = new ProfileSpan(profile);
    if (span.isRelative() && path.isEmpty()) {
      return Optional.of("start of the transaction unknown");
    }
    return Optional.of("time zone unknown").filter(it -> span.isLocal() && zone.isEmpty());
  }

  /** One that came with a remote start names no transaction (2.x F01.FR.11). */
  private ChargingProfile named(ChargingProfile profile) {
    return profile.purpose() == ProfilePurpose.TX && profile.transactionId().isEmpty()
        ? running.map(profile::withTransaction).orElse(profile)
        : profile;
  }

  private CompositeSchedule composite(InstalledProfiles followed, Interval window) {
    var request =
        new CompositeRequest(
            place.evse(), window.start(), Math.toIntExact(seconds(window)), place.unit());
    return switch (CompositeSchedules.answer(followed, station(window), request)) {
      case CompositeAnswer.Accepted(CompositeSchedule schedule) -> schedule;
      case CompositeAnswer.Rejected(_, String reason) -> throw new IllegalStateException(reason);
    };
  }

  private Station station(Interval window) {
    return place.station(running.map(id -> transaction(id, window)), zone.orElse(ZoneOffset.UTC));
  }

  /** It is running, so it began before, whatever the station's clock said. */
  private Transaction transaction(String id, Interval window) {
    Instant start =
        path.map(PowerPath::earliest)
            .filter(it -> it.isBefore(window.start()))
            .orElse(window.start());
    return Transaction.of(id, place.evse(), start);
  }

  private static long seconds(Interval window) {
    return Math.max(1, window.length().plusNanos(999_999_999).toSeconds());
  }
}
