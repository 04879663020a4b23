package energy.setpoint.ocpp.proxy.limit;

import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.composite.profile.ChargingProfile;
import energy.setpoint.ocpp.composite.profile.ChargingSchedule;
import energy.setpoint.ocpp.composite.profile.ProfileKind;
import energy.setpoint.ocpp.composite.profile.ScheduleStart;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** When a profile may be in force, as far as it says so itself. */
public record ProfileSpan(ChargingProfile profile) {

  /** Later ones cannot be calculated with. */
  private static final Instant FAR_AWAY = Instant.parse("2200-01-01T00:00:00Z");

  boolean overlaps(Interval time) {
    return profile.validFrom().filter(from -> !from.isBefore(time.end())).isEmpty()
        && !isOverAt(time.start());
  }

  public boolean isOverAt(Instant moment) {
    return findEnd().filter(end -> !end.isAfter(moment)).isPresent();
  }

  /** When it is over for good; empty when it says nothing of that. */
  public Optional<Instant> findEnd() {
    return Stream.concat(profile.validTo().stream(), findEndOfSchedules().stream())
        .min(Comparator.naturalOrder());
  }

  /** Only what begins once at a known moment ends at one. */
  private Optional<Instant> findEndOfSchedules() {
    boolean once =
        profile.kind() == ProfileKind.ABSOLUTE
            && profile.schedules().stream().allMatch(it -> findEnd(it).isPresent());
    return once
        ? profile.schedules().stream()
            .flatMap(it -> findEnd(it).stream())
            .max(Comparator.naturalOrder())
        : Optional.empty();
  }

  private static Optional<Instant> findEnd(ChargingSchedule schedule) {
    return schedule.start().orElse(null) instanceof ScheduleStart.At at
            && at.instant().isBefore(FAR_AWAY)
        ? schedule
            .durationSeconds()
            .map(it -> at.instant().plusSeconds((long) it + schedule.randomizedDelaySeconds()))
        : Optional.empty();
  }

  /** True when it counts from the start of a transaction (1.6 section 7.13, K01.FR.41). */
  boolean isRelative() {
    return switch (profile.kind()) {
      case RELATIVE -> true;
      case ABSOLUTE, RECURRING -> profile.schedules().stream().anyMatch(it -> it.start().isEmpty());
      case DYNAMIC -> false;
    };
  }

  /** True when it counts on the clock at the station (2.1 K01.FR.90). */
  boolean isLocal() {
    return profile.schedules().stream()
        .anyMatch(it -> it.start().orElse(null) instanceof ScheduleStart.AtLocalTime);
  }
}
