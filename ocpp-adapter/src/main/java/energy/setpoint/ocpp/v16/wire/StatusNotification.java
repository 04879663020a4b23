package energy.setpoint.ocpp.v16.wire;

import energy.setpoint.ocpp.payload.Length;
import energy.setpoint.ocpp.payload.OneOf;
import energy.setpoint.ocpp.payload.Range;
import java.time.Instant;
import java.util.Optional;

/** A connector changed its state. */
public record StatusNotification(
    @Range(min = 0) int connectorId,
    @OneOf({
          "ConnectorLockFailure",
          "EVCommunicationError",
          "GroundFailure",
          "HighTemperature",
          "InternalError",
          "LocalListConflict",
          "NoError",
          "OtherError",
          "OverCurrentFailure",
          "PowerMeterFailure",
          "PowerSwitchFailure",
          "ReaderFailure",
          "ResetFailure",
          "UnderVoltage",
          "OverVoltage",
          "WeakSignal"
        })
        String errorCode,
    ChargePointStatus status,
    @Length(50) Optional<String> info,
    Optional<Instant> timestamp,
    @Length(255) Optional<String> vendorId,
    @Length(50) Optional<String> vendorErrorCode) {

  /** In {@link StatusNotification}. */
  public enum ChargePointStatus {
    Available,
    Preparing,
    Charging,
    SuspendedEVSE,
    SuspendedEV,
    Finishing,
    Reserved,
    Unavailable,
    Faulted
  }
}
