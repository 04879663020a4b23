package energy.setpoint.ocpp.v21.der;

import energy.setpoint.core.der.DerControlType;
import energy.setpoint.core.der.DerUnit;
import energy.setpoint.core.der.GridFault;
import energy.setpoint.ocpp.v21.wire.der.DERControlEnum;
import energy.setpoint.ocpp.v21.wire.der.DERUnitEnum;
import energy.setpoint.ocpp.v21.wire.der.NotifyDERAlarm.GridEventFault;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The engine's words for kinds, units and faults, and those of OCPP 2.1. */
final class DerWords {

  private static final Map<DERControlEnum, DerControlType> TYPES =
      Arrays.stream(DerControlType.values())
          .collect(Collectors.toUnmodifiableMap(DerWords::of, Function.identity()));

  private static final Map<DERUnitEnum, DerUnit> UNITS =
      Arrays.stream(DerUnit.values())
          .collect(Collectors.toUnmodifiableMap(DerWords::of, Function.identity()));

  private DerWords() {}

  static DERControlEnum of(DerControlType type) {
    return switch (type) {
      case ENTER_SERVICE -> DERControlEnum.EnterService;
      case FREQUENCY_DROOP -> DERControlEnum.FreqDroop;
      case FREQUENCY_WATT -> DERControlEnum.FreqWatt;
      case FIXED_POWER_FACTOR_ABSORB -> DERControlEnum.FixedPFAbsorb;
      case FIXED_POWER_FACTOR_INJECT -> DERControlEnum.FixedPFInject;
      case FIXED_VAR -> DERControlEnum.FixedVar;
      case GRADIENTS -> DERControlEnum.Gradients;
      case HIGH_FREQUENCY_MUST_TRIP -> DERControlEnum.HFMustTrip;
      case HIGH_FREQUENCY_MAY_TRIP -> DERControlEnum.HFMayTrip;
      case HIGH_VOLTAGE_MUST_TRIP -> DERControlEnum.HVMustTrip;
      case HIGH_VOLTAGE_MOMENTARY_CESSATION -> DERControlEnum.HVMomCess;
      case HIGH_VOLTAGE_MAY_TRIP -> DERControlEnum.HVMayTrip;
      case LIMIT_MAX_DISCHARGE -> DERControlEnum.LimitMaxDischarge;
      case LOW_FREQUENCY_MUST_TRIP -> DERControlEnum.LFMustTrip;
      case LOW_VOLTAGE_MUST_TRIP -> DERControlEnum.LVMustTrip;
      case LOW_VOLTAGE_MOMENTARY_CESSATION -> DERControlEnum.LVMomCess;
      case LOW_VOLTAGE_MAY_TRIP -> DERControlEnum.LVMayTrip;
      case POWER_MONITORING_MUST_TRIP -> DERControlEnum.PowerMonitoringMustTrip;
      case VOLT_VAR -> DERControlEnum.VoltVar;
      case VOLT_WATT -> DERControlEnum.VoltWatt;
      case WATT_POWER_FACTOR -> DERControlEnum.WattPF;
      case WATT_VAR -> DERControlEnum.WattVar;
    };
  }

  static DerControlType type(DERControlEnum word) {
    return Optional.ofNullable(TYPES.get(word)).orElseThrow();
  }

  static DERUnitEnum of(DerUnit unit) {
    return switch (unit) {
      case NOT_APPLICABLE -> DERUnitEnum.Not_Applicable;
      case PERCENT_OF_MAX_WATT -> DERUnitEnum.PctMaxW;
      case PERCENT_OF_MAX_VAR -> DERUnitEnum.PctMaxVar;
      case PERCENT_OF_AVAILABLE_WATT -> DERUnitEnum.PctWAvail;
      case PERCENT_OF_AVAILABLE_VAR -> DERUnitEnum.PctVarAvail;
      case PERCENT_OF_EFFECTIVE_VOLTAGE -> DERUnitEnum.PctEffectiveV;
    };
  }

  static DerUnit unit(DERUnitEnum word) {
    return Optional.ofNullable(UNITS.get(word)).orElseThrow();
  }

  static GridFault fault(GridEventFault word) {
    return switch (word) {
      case CurrentImbalance -> GridFault.CURRENT_IMBALANCE;
      case LocalEmergency -> GridFault.LOCAL_EMERGENCY;
      case LowInputPower -> GridFault.LOW_INPUT_POWER;
      case OverCurrent -> GridFault.OVER_CURRENT;
      case OverFrequency -> GridFault.OVER_FREQUENCY;
      case OverVoltage -> GridFault.OVER_VOLTAGE;
      case PhaseRotation -> GridFault.PHASE_ROTATION;
      case RemoteEmergency -> GridFault.REMOTE_EMERGENCY;
      case UnderFrequency -> GridFault.UNDER_FREQUENCY;
      case UnderVoltage -> GridFault.UNDER_VOLTAGE;
      case VoltageImbalance -> GridFault.VOLTAGE_IMBALANCE;
    };
  }
}
