package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.Length;
import energy.setpoint.ocpp.payload.OneOf;
import java.time.Instant;
import java.util.Optional;

/** A station says what it is, after a start or when asked. */
public record BootNotification(
    ChargingStationType chargingStation,
    @OneOf({
          "ApplicationReset",
          "FirmwareUpdate",
          "LocalReset",
          "PowerUp",
          "RemoteReset",
          "ScheduledReset",
          "Triggered",
          "Unknown",
          "Watchdog"
        })
        String reason) {

  /** The answer. */
  public record Response(
      Instant currentTime,
      int interval,
      RegistrationStatus status,
      Optional<StatusInfoType> statusInfo) {}

  /** Part of {@link BootNotification}. */
  public record ChargingStationType(
      @Length(20) String model,
      @Length(50) String vendorName,
      @Length(25) Optional<String> serialNumber,
      Optional<ModemType> modem,
      @Length(50) Optional<String> firmwareVersion) {}

  /** Part of {@link BootNotification}. */
  public record ModemType(@Length(20) Optional<String> iccid, @Length(20) Optional<String> imsi) {}

  /** Whether a station may go on. */
  public enum RegistrationStatus {
    Accepted,
    Pending,
    Rejected
  }
}
