package energy.setpoint.ocpp.v21.wire.der;

import energy.setpoint.ocpp.payload.Length;
import java.time.Instant;
import java.util.Optional;

/** The station deviates from its charging profile because of a DER control, or no longer does. */
public record NotifyDERAlarm(
    DERControlEnum controlType,
    Instant timestamp,
    Optional<GridEventFault> gridEventFault,
    Optional<Boolean> alarmEnded,
    @Length(200) Optional<String> extraInfo) {

  /** In {@link NotifyDERAlarm}. */
  public enum GridEventFault {
    CurrentImbalance,
    LocalEmergency,
    LowInputPower,
    OverCurrent,
    OverFrequency,
    OverVoltage,
    PhaseRotation,
    RemoteEmergency,
    UnderFrequency,
    UnderVoltage,
    VoltageImbalance
  }
}
