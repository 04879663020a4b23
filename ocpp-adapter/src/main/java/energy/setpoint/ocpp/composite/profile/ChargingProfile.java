package energy.setpoint.ocpp.composite.profile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A charging profile as it was sent to a station, whichever version that speaks. What a version
 * forbids is found by {@link energy.setpoint.ocpp.composite.InstalledProfiles}.
 *
 * @param id unique in the station; negative ones come from external systems
 * @param evseId 0 for the whole station, else the EVSE, which in 1.6 is the connector
 * @param stackLevel 0 or more; the highest of a purpose leads
 * @param purpose what it is for
 * @param kind from when its schedules count
 * @param recurrence of kind {@code RECURRING}
 * @param schedules one, or up to three of which the vehicle chooses (ISO 15118)
 * @param transactionId of purpose {@code TX}; 1.6 may leave it out
 * @param validFrom the first moment at which it counts; absent for always
 * @param validTo the first moment at which it counts no more; absent for never
 * @param offline what becomes of it while the station is offline
 * @param updated when the values of kind {@code DYNAMIC} were last set; absent for now
 * @param updateIntervalSeconds after which the station asks for new values (2.1 K28.FR.10)
 */
public record ChargingProfile(
    int id,
    int evseId,
    int stackLevel,
    ProfilePurpose purpose,
    ProfileKind kind,
    Optional<Recurrence> recurrence,
    List<ChargingSchedule> schedules,
    Optional<String> transactionId,
    Optional<Instant> validFrom,
    Optional<Instant> validTo,
    OfflineRule offline,
    Optional<Instant> updated,
    Optional<Integer> updateIntervalSeconds) {

  public ChargingProfile {
    schedules = List.copyOf(schedules);
    if (schedules.isEmpty()) {
      throw new IllegalArgumentException("A profile needs a schedule.");
    }
  }

  /** By its own dates (K01.FR.36, K01.FR.37). */
  public boolean isValidAt(Instant instant) {
    return validFrom.filter(instant::isBefore).isEmpty()
        && validTo.filter(end -> !instant.isBefore(end)).isEmpty();
  }

  /** True when there is a moment at which both are valid by their dates. */
  public boolean isValidTogetherWith(ChargingProfile other) {
    return isBefore(validFrom, other.validTo) && isBefore(other.validFrom, validTo);
  }

  private static boolean isBefore(Optional<Instant> from, Optional<Instant> to) {
    return from.isEmpty() || to.isEmpty() || from.get().isBefore(to.get());
  }

  /** The same for a transaction. */
  public ChargingProfile withTransaction(String id) {
    return new ChargingProfile(
        this.id,
        evseId,
        stackLevel,
        purpose,
        kind,
        recurrence,
        schedules,
        Optional.of(id),
        validFrom,
        validTo,
        offline,
        updated,
        updateIntervalSeconds);
  }
}
