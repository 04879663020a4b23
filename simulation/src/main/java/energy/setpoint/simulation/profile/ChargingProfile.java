package energy.setpoint.simulation.profile;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * A charging profile as it was sent to one EVSE of a station.
 *
 * @param evse 0 for the whole station
 * @param transactionId only for {@link Purpose#TX}
 * @param maxOffline not valid while the station has been offline for longer (2.1)
 * @param endsWhenOffline true when it never becomes valid again after that (2.1)
 * @param pullEvery how often a dynamic profile asks the server for new values (2.1, K28.FR.10)
 * @param updated when a dynamic profile got its values (K28.FR.05)
 * @param schedules at least one
 * @param chosen the place of the schedule that the vehicle has agreed to, from 0 (K15.FR.21)
 */
public record ChargingProfile(
    int id,
    int evse,
    int stackLevel,
    Purpose purpose,
    Kind kind,
    Optional<Instant> validFrom,
    Optional<Instant> validTo,
    Optional<String> transactionId,
    Optional<Duration> maxOffline,
    boolean endsWhenOffline,
    Optional<Duration> pullEvery,
    Optional<Instant> updated,
    List<Schedule> schedules,
    int chosen) {

  public ChargingProfile {
    schedules = List.copyOf(schedules);
    if (chosen < 0 || chosen >= schedules.size()) {
      throw new IllegalArgumentException(
          "Charging profile " + id + " has no schedule at place " + chosen + ".");
    }
  }

  /** As it comes: until the vehicle has chosen, the first schedule counts. */
  public ChargingProfile(
      int id,
      int evse,
      int stackLevel,
      Purpose purpose,
      Kind kind,
      Optional<Instant> validFrom,
      Optional<Instant> validTo,
      Optional<String> transactionId,
      Optional<Duration> maxOffline,
      boolean endsWhenOffline,
      Optional<Duration> pullEvery,
      Optional<Instant> updated,
      List<Schedule> schedules) {
    this(
        id,
        evse,
        stackLevel,
        purpose,
        kind,
        validFrom,
        validTo,
        transactionId,
        maxOffline,
        endsWhenOffline,
        pullEvery,
        updated,
        schedules,
        0);
  }

  /** The schedule that counts. */
  public Schedule schedule() {
    return schedules.get(chosen);
  }

  /**
   * With another schedule.
   *
   * @param place from 0; the last one where there are fewer (K15.FR.22)
   */
  public ChargingProfile choosing(int place) {
    return new ChargingProfile(
        id,
        evse,
        stackLevel,
        purpose,
        kind,
        validFrom,
        validTo,
        transactionId,
        maxOffline,
        endsWhenOffline,
        pullEvery,
        updated,
        schedules,
        Math.min(place, schedules.size() - 1));
  }

  /** For a transaction that was not there when it was written (K05.FR.02). */
  public ChargingProfile forTransaction(int atEvse, Optional<String> transaction) {
    return new ChargingProfile(
        id,
        atEvse,
        stackLevel,
        purpose,
        kind,
        validFrom,
        validTo,
        transaction,
        maxOffline,
        endsWhenOffline,
        pullEvery,
        updated,
        schedules);
  }

  /** A dynamic profile with new values from a moment on (K28.FR.06, K28.FR.09). */
  public ChargingProfile with(ScheduleUpdate update, Instant at) {
    SchedulePeriod period = schedule().periods().getFirst().updated(update);
    return new ChargingProfile(
        id,
        evse,
        stackLevel,
        purpose,
        kind,
        validFrom,
        validTo,
        transactionId,
        maxOffline,
        endsWhenOffline,
        pullEvery,
        Optional.of(at),
        List.of(schedule().withPeriod(period)));
  }

  /** K01.FR.10, K01.FR.36, K01.FR.37 and, for the time offline, K01.FR.101. */
  public boolean isValidAt(Instant now, Duration offlineFor) {
    return validFrom.filter(now::isBefore).isEmpty()
        && validTo.filter(end -> !now.isBefore(end)).isEmpty()
        && !outlastedBy(offlineFor);
  }

  /** True when the station has been offline for longer than it is valid (2.1). */
  public boolean outlastedBy(Duration offlineFor) {
    return maxOffline.filter(most -> offlineFor.compareTo(most) > 0).isPresent();
  }

  /** True when there is a time at which both are valid. */
  public boolean overlaps(ChargingProfile other) {
    return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
  }

  private boolean startsBeforeEndOf(ChargingProfile other) {
    Instant begin = validFrom.orElse(Instant.MIN);
    return other.validTo.filter(end -> !begin.isBefore(end)).isEmpty();
  }

  /** True for what the server has sent and may clear (K10.FR.04). */
  public boolean isOfServer() {
    return purpose != Purpose.EXTERNAL && purpose != Purpose.LOCAL_GENERATION;
  }

  /** How often a recurring schedule begins anew, in seconds; 0 for the others. */
  public long repeatsEvery() {
    return switch (kind) {
      case DAILY -> 86_400;
      case WEEKLY -> 7 * 86_400;
      case ABSOLUTE, RELATIVE, DYNAMIC -> 0;
    };
  }

  /** Where the seconds of its schedule count from, in a transaction that began at some time. */
  public Instant origin(Instant transactionStart) {
    return kind == Kind.DYNAMIC
        ? updated.orElse(transactionStart)
        : schedule().start().orElse(transactionStart);
  }

  /** The period that limits now, in a transaction that began at some time. */
  public Optional<SchedulePeriod> periodAt(Instant now, Instant transactionStart, ZoneId zone) {
    Instant clock = schedule().localTime() ? wallClock(now, zone) : now;
    long second = Math.floorDiv(Duration.between(origin(transactionStart), clock).toMillis(), 1000);
    long every = repeatsEvery();
    return schedule().periodAt(every == 0 || second < 0 ? second : second % every);
  }

  /** K01.FR.90 and .91: what the clock on the wall shows, as if it were UTC. */
  private static Instant wallClock(Instant now, ZoneId zone) {
    return LocalDateTime.ofInstant(now, zone).toInstant(ZoneOffset.UTC);
  }
}
