package energy.setpoint.core.forecast.series;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Counts time in slots of equal length since the epoch, and knows what each is on the wall. On the
 * days of a clock change a slot of the wall comes twice or never; the slots themselves go on
 * evenly.
 *
 * @param zone in which days begin
 * @param length a whole part of an hour
 */
public record SlotClock(ZoneId zone, Duration length) {

  private static final long SECONDS_PER_HOUR = 3600;

  public SlotClock {
    if (length.toSeconds() < 60 || SECONDS_PER_HOUR % length.toSeconds() != 0) {
      throw new IllegalArgumentException(
          "A slot is a whole part of an hour, at least a minute, but got " + length + ".");
    }
  }

  /** The slot that an instant falls into. */
  public long slotOf(Instant instant) {
    return Math.floorDiv(instant.getEpochSecond(), length.toSeconds());
  }

  /** When a slot begins. */
  public Instant startOf(long slot) {
    return Instant.ofEpochSecond(slot * length.toSeconds());
  }

  int slotsPerHour() {
    return (int) (SECONDS_PER_HOUR / length.toSeconds());
  }

  int slotsPerDay() {
    return 24 * slotsPerHour();
  }

  LocalDate day(long slot) {
    return onTheWall(slot).toLocalDate();
  }

  /** From 0, counted on the wall; below {@link #slotsPerDay}. */
  int slotOfDay(long slot) {
    return (int) (onTheWall(slot).toLocalTime().toSecondOfDay() / length.toSeconds());
  }

  int hourOfDay(long slot) {
    return onTheWall(slot).getHour();
  }

  /** The slot that shows the same time on the wall some days earlier. */
  long daysBefore(long slot, int days) {
    return slotOf(onTheWall(slot).minusDays(days).toInstant());
  }

  private ZonedDateTime onTheWall(long slot) {
    return startOf(slot).atZone(zone);
  }
}
