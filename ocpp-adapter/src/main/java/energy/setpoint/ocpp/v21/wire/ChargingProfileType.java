package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.Items;
import energy.setpoint.ocpp.payload.Length;
import energy.setpoint.ocpp.payload.OneOf;
import energy.setpoint.ocpp.payload.Range;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A charging profile; the highest stack level of a purpose wins. */
public record ChargingProfileType(
    int id,
    @Range(min = 0) int stackLevel,
    ChargingProfilePurpose chargingProfilePurpose,
    ChargingProfileKind chargingProfileKind,
    @Items(min = 1, max = 3) List<ChargingScheduleType> chargingSchedule,
    @OneOf({"Daily", "Weekly"}) Optional<String> recurrencyKind,
    Optional<Instant> validFrom,
    Optional<Instant> validTo,
    @Length(36) Optional<String> transactionId,
    Optional<Integer> maxOfflineDuration,
    Optional<Boolean> invalidAfterOfflineDuration,
    Optional<Integer> dynUpdateInterval,
    Optional<Instant> dynUpdateTime,
    @Length(256) Optional<String> priceScheduleSignature) {

  /** An Absolute profile with one schedule, valid until it is replaced or cleared. */
  public static ChargingProfileType of(
      int id,
      int stackLevel,
      ChargingProfilePurpose purpose,
      ChargingScheduleType schedule,
      Optional<String> transactionId) {
    return new ChargingProfileType(
        id,
        stackLevel,
        purpose,
        ChargingProfileKind.Absolute,
        List.of(schedule),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        transactionId,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * The same, given up once the station has been offline for so long, and not taken up again
   * (K01.FR.101, K01.FR.102).
   */
  public ChargingProfileType givenUpAfterOffline(int seconds) {
    return new ChargingProfileType(
        id,
        stackLevel,
        chargingProfilePurpose,
        chargingProfileKind,
        chargingSchedule,
        recurrencyKind,
        validFrom,
        validTo,
        transactionId,
        Optional.of(seconds),
        Optional.of(true),
        dynUpdateInterval,
        dynUpdateTime,
        priceScheduleSignature);
  }

  /** The same, ending at a moment whatever its schedules say (K01.FR.37). */
  public ChargingProfileType until(Instant end) {
    return new ChargingProfileType(
        id,
        stackLevel,
        chargingProfilePurpose,
        chargingProfileKind,
        chargingSchedule,
        recurrencyKind,
        validFrom,
        Optional.of(end),
        transactionId,
        maxOfflineDuration,
        invalidAfterOfflineDuration,
        dynUpdateInterval,
        dynUpdateTime,
        priceScheduleSignature);
  }

  /**
   * The same as a Dynamic one. It must have one schedule with one period (K28.FR.01).
   *
   * @param pullInterval seconds without an update after which the station asks for one; empty when
   *     it shall not
   */
  public ChargingProfileType dynamic(Optional<Integer> pullInterval) {
    return new ChargingProfileType(
        id,
        stackLevel,
        chargingProfilePurpose,
        ChargingProfileKind.Dynamic,
        chargingSchedule,
        recurrencyKind,
        validFrom,
        validTo,
        transactionId,
        maxOfflineDuration,
        invalidAfterOfflineDuration,
        pullInterval,
        dynUpdateTime,
        priceScheduleSignature);
  }
}
