package energy.setpoint.core.der;

/** Why a DER control took over from a charging profile (OCPP 2.1 GridEventFaultEnumType). */
public enum GridFault {
  CURRENT_IMBALANCE,
  LOCAL_EMERGENCY,
  LOW_INPUT_POWER,
  OVER_CURRENT,
  OVER_FREQUENCY,
  OVER_VOLTAGE,
  PHASE_ROTATION,
  REMOTE_EMERGENCY,
  UNDER_FREQUENCY,
  UNDER_VOLTAGE,
  VOLTAGE_IMBALANCE
}
