package energy.setpoint.simulation.profile;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Builds charging profiles with boring defaults: absolute, level 0, without end. */
final class ProfileSketch {

  private final int id;
  private final int evse;
  private final Purpose purpose;
  private int level;
  private Kind kind = Kind.ABSOLUTE;
  private Optional<Instant> start;
  private Optional<Instant> from = Optional.empty();
  private Optional<Instant> to = Optional.empty();
  private Optional<String> transaction = Optional.empty();
  private Optional<Duration> duration = Optional.empty();
  private Optional<Duration> maxOffline = Optional.empty();
  private Optional<Duration> pullEvery = Optional.empty();
  private Optional<Instant> updated = Optional.empty();
  private Optional<Schedule.SocLimit> socLimit = Optional.empty();
  private Duration delay = Duration.ZERO;
  private boolean localTime;

  ProfileSketch(int id, int evse, Purpose purpose, Instant start) {
    this.id = id;
    this.evse = evse;
    this.purpose = purpose;
    this.start = Optional.of(start);
  }

  ProfileSketch level(int value) {
    level = value;
    return this;
  }

  ProfileSketch kind(Kind value) {
    kind = value;
    return value == Kind.RELATIVE ? startingWithTransaction() : this;
  }

  ProfileSketch starting(Instant at) {
    start = Optional.of(at);
    return this;
  }

  ProfileSketch startingWithTransaction() {
    start = Optional.empty();
    return this;
  }

  ProfileSketch valid(Instant first, Instant end) {
    from = Optional.of(first);
    to = Optional.of(end);
    return this;
  }

  ProfileSketch transaction(String value) {
    transaction = Optional.of(value);
    return this;
  }

  ProfileSketch lasting(int seconds) {
    duration = Optional.of(Duration.ofSeconds(seconds));
    return this;
  }

  ProfileSketch maxOffline(int seconds) {
    maxOffline = Optional.of(Duration.ofSeconds(seconds));
    return this;
  }

  ProfileSketch dynamic(Instant at) {
    kind = Kind.DYNAMIC;
    start = Optional.empty();
    updated = Optional.of(at);
    return this;
  }

  ProfileSketch pulling(int seconds) {
    pullEvery = Optional.of(Duration.ofSeconds(seconds));
    return this;
  }

  ProfileSketch limitedAtSoc(int percent, double limit) {
    socLimit = Optional.of(new Schedule.SocLimit(percent, limit));
    return this;
  }

  ProfileSketch delayedBy(int seconds) {
    delay = Duration.ofSeconds(seconds);
    return this;
  }

  ProfileSketch inLocalTime() {
    localTime = true;
    return this;
  }

  ChargingProfile amps(double limit) {
    return periods(SchedulePeriod.limit(0, limit));
  }

  ChargingProfile periods(SchedulePeriod... periods) {
    return build(RateUnit.A, periods);
  }

  ChargingProfile watts(SchedulePeriod... periods) {
    return build(RateUnit.W, periods);
  }

  private ChargingProfile build(RateUnit unit, SchedulePeriod... periods) {
    return new ChargingProfile(
        id,
        evse,
        level,
        purpose,
        kind,
        from,
        to,
        transaction,
        maxOffline,
        false,
        pullEvery,
        updated,
        List.of(
            new Schedule(7, start, duration, unit, List.of(periods), socLimit, delay, localTime)));
  }
}
