package energy.setpoint.simulation.profile.stack;

import energy.setpoint.simulation.profile.ChargingProfile;
import energy.setpoint.simulation.profile.RunningTransaction;
import energy.setpoint.simulation.profile.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.LongStream;

/** The moments within {@code [from, to)} at which profiles may begin to say something else. */
record TurningPoints(ZoneId zone, Instant from, Instant to) {

  /** Whole seconds after {@code from}, which is the first. */
  NavigableSet<Instant> of(
      Collection<ChargingProfile> profiles, Collection<RunningTransaction> running) {
    NavigableSet<Instant> points = new TreeSet<>();
    points.add(from);
    for (ChargingProfile profile : profiles) {
      profile.validFrom().ifPresent(at -> add(at, points));
      profile.validTo().ifPresent(at -> add(at, points));
      addPeriods(profile, from, points);
      running.forEach(tx -> addPeriods(profile, tx.start(), points));
    }
    return points;
  }

  private void addPeriods(ChargingProfile profile, Instant start, NavigableSet<Instant> points) {
    Instant origin = profile.origin(start);
    long every = profile.repeatsEvery();
    // A day on either side, because a clock on the wall differs from UTC.
    long since = Duration.between(origin, from).toSeconds() - 86_400;
    long until = Duration.between(origin, to).toSeconds() + 86_400;
    for (long round : rounds(every, since, until).toArray()) {
      for (long second : offsets(profile.schedule()).toArray()) {
        addClock(origin.plusSeconds(round + second), profile.schedule().localTime(), points);
      }
    }
  }

  /** The seconds at which a recurring schedule begins anew. */
  private static LongStream rounds(long every, long since, long until) {
    if (every == 0) {
      return LongStream.of(0);
    }
    long first = Math.max(0, Math.floorDiv(since, every)) * every;
    return LongStream.iterate(first, round -> round <= until, round -> round + every);
  }

  private static LongStream offsets(Schedule schedule) {
    LongStream starts =
        LongStream.range(0, schedule.periods().size()).map(i -> schedule.startOf((int) i));
    return schedule.duration().isPresent()
        ? LongStream.concat(starts, LongStream.of(schedule.duration().get().toSeconds()))
        : starts;
  }

  private void addClock(Instant clock, boolean local, NavigableSet<Instant> points) {
    if (!local) {
      add(clock, points);
      return;
    }
    ZoneRules rules = zone.getRules();
    LocalDateTime wall = LocalDateTime.ofInstant(clock, ZoneOffset.UTC);
    rules.getValidOffsets(wall).forEach(offset -> add(wall.toInstant(offset), points));
    for (ZoneOffsetTransition change = rules.nextTransition(from);
        change != null && change.getInstant().isBefore(to);
        change = rules.nextTransition(change.getInstant())) {
      add(change.getInstant(), points);
    }
  }

  private void add(Instant at, NavigableSet<Instant> points) {
    long millis = Duration.between(from, at).toMillis();
    Instant whole = from.plusSeconds(Math.ceilDiv(millis, 1000L));
    if (whole.isAfter(from) && whole.isBefore(to)) {
      points.add(whole);
    }
  }
}
