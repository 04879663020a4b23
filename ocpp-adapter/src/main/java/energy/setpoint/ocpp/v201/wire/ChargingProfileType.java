package energy.setpoint.ocpp.v201.wire;

import energy.setpoint.ocpp.payload.Items;
import energy.setpoint.ocpp.payload.Length;
import energy.setpoint.ocpp.payload.OneOf;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A charging profile; the highest stack level of a purpose wins. */
public record ChargingProfileType(
    int id,
    int stackLevel,
    ChargingProfilePurpose chargingProfilePurpose,
    ChargingProfileKind chargingProfileKind,
    @Items(min = 1, max = 3) List<ChargingScheduleType> chargingSchedule,
    @OneOf({"Daily", "Weekly"}) Optional<String> recurrencyKind,
    Optional<Instant> validFrom,
    Optional<Instant> validTo,
    @Length(36) Optional<String> transactionId) {

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
        transactionId);
  }
}
