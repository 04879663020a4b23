package energy.setpoint.ocpp.v16.wire;

import energy.setpoint.ocpp.payload.Length;
import java.time.Instant;
import java.util.Optional;

/** A station says what it is, after a start or when asked. */
public record BootNotification(
    @Length(20) String chargePointVendor,
    @Length(20) String chargePointModel,
    @Length(25) Optional<String> chargePointSerialNumber,
    @Length(25) Optional<String> chargeBoxSerialNumber,
    @Length(50) Optional<String> firmwareVersion,
    @Length(20) Optional<String> iccid,
    @Length(20) Optional<String> imsi,
    @Length(25) Optional<String> meterType,
    @Length(25) Optional<String> meterSerialNumber) {

  /** The answer. */
  public record Response(RegistrationStatus status, Instant currentTime, int interval) {}

  /** Whether a station may go on. */
  public enum RegistrationStatus {
    Accepted,
    Pending,
    Rejected
  }
}
