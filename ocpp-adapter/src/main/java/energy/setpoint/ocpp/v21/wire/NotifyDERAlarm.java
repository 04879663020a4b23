package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.Length;
import energy.setpoint.ocpp.payload.OneOf;
import java.time.Instant;
import java.util.Optional;

/** A fault of the grid that concerns a DER control. */
public record NotifyDERAlarm(
    @OneOf({
          "EnterService",
          "FreqDroop",
          "FreqWatt",
          "FixedPFAbsorb",
          "FixedPFInject",
          "FixedVar",
          "Gradients",
          "HFMustTrip",
          "HFMayTrip",
          "HVMustTrip",
          "HVMomCess",
          "HVMayTrip",
          "LimitMaxDischarge",
          "LFMustTrip",
          "LVMustTrip",
          "LVMomCess",
          "LVMayTrip",
          "PowerMonitoringMustTrip",
          "VoltVar",
          "VoltWatt",
          "WattPF",
          "WattVar"
        })
        String controlType,
    Instant timestamp,
    @OneOf({
          "CurrentImbalance",
          "LocalEmergency",
          "LowInputPower",
          "OverCurrent",
          "OverFrequency",
          "OverVoltage",
          "PhaseRotation",
          "RemoteEmergency",
          "UnderFrequency",
          "UnderVoltage",
          "VoltageImbalance"
        })
        Optional<String> gridEventFault,
    Optional<Boolean> alarmEnded,
    @Length(200) Optional<String> extraInfo) {}
