package energy.setpoint.ocpp.dialect.profile;

import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Where a charging profile of ours goes: its id, its stack level, when it starts and how long it
 * holds. The same in all versions, so that a station that changes its version finds its old
 * profiles replaced.
 *
 * <p>A profile is replaced by the next one with the same id (2.1 K01.FR.05). There is one id for
 * the fallback of a station, one for its maximum, one for transactions with priority, and one for
 * the running transaction of each EVSE.
 *
 * @param durationSeconds empty when it holds until it is replaced
 */
public record ProfilePlan(
    int id, int stackLevel, Instant start, Optional<Integer> durationSeconds) {

  /** Out of the way of ids that people and other systems choose. */
  private static final int FIRST_ID = 480_000;

  private static final int STATION_ID = FIRST_ID - 1;
  private static final int PRIORITY_ID = FIRST_ID - 2;

  /**
   * Long past, so that the fallback is in force whatever a station's clock says. Absolute schedules
   * must have a start (2.1 K01.FR.40).
   */
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  /** How far behind a station's clock may be. */
  private static final Duration SLOWEST_CLOCK = Duration.ofMinutes(1);

  /** Ids of ours end here: no station has as many EVSEs. */
  private static final int LAST_ID = FIRST_ID + 999;

  /** In force always: on the lowest level, as the default of every transaction. */
  public static ProfilePlan ofFallback() {
    return new ProfilePlan(FIRST_ID, 0, LONG_AGO, Optional.empty());
  }

  /**
   * In force during a lease: it ends when the lease ends, to the millisecond, and starts some whole
   * seconds before it, so that a station whose clock is slow does not leave a gap (1.6 section
   * 3.12.2 recommends a start in the past).
   */
  public static ProfilePlan ofLease(EvseRef evse, Interval lease, StationTraits traits) {
    return leased(idOf(evse), stackLevel(traits), lease);
  }

  /** Above other systems' profiles for the transaction, as far as the station has levels. */
  public static int stackLevel(StationTraits traits) {
    return Math.min(1, traits.maxStackLevel());
  }

  /**
   * In force during a lease, for the station as a whole. On the highest level, for it leads (2.1 K
   * section 3.6): another system's maximum above it would take its place, and one on its level
   * would be replaced (1.6 section 3.13.2).
   */
  public static ProfilePlan ofStationMaximum(Interval lease, StationTraits traits) {
    return leased(STATION_ID, traits.maxStackLevel(), lease);
  }

  /** In force whenever a transaction has priority: it must not end by itself (2.1 K01.FR.73). */
  public static ProfilePlan ofPriority() {
    return new ProfilePlan(PRIORITY_ID, 0, LONG_AGO, Optional.empty());
  }

  /** The id of what {@link #ofStationMaximum} plans. */
  public static int idOfStationMaximum() {
    return STATION_ID;
  }

  private static ProfilePlan leased(int id, int stackLevel, Interval lease) {
    Instant end = lease.end().truncatedTo(ChronoUnit.MILLIS);
    Duration before = Duration.between(lease.start(), end).plus(SLOWEST_CLOCK);
    int seconds = Math.clamp(before.toSeconds() + 1, 1, Integer.MAX_VALUE);
    return new ProfilePlan(id, stackLevel, end.minusSeconds(seconds), Optional.of(seconds));
  }

  /** The EVSE whose transaction a profile of ours is for; empty for all other profiles. */
  public static Optional<EvseRef> findEvse(int id, StationId station) {
    return id > FIRST_ID ? Optional.of(new EvseRef(station, id - FIRST_ID)) : Optional.empty();
  }

  /** The id of the profile for the running transaction of an EVSE. */
  public static int idOf(EvseRef evse) {
    return FIRST_ID + evse.number();
  }

  /** True for every id that a profile of ours may have. */
  public static boolean isOurs(int profileId) {
    return profileId >= PRIORITY_ID && profileId <= LAST_ID;
  }
}
