package energy.setpoint.simulation.grid;

/** The functions of an inverter that act on active power (DERControlEnumType). */
public enum Function {
  LIMIT_MAX_DISCHARGE,
  VOLT_WATT,
  FREQ_WATT,
  FREQ_DROOP,
  HIGH_FREQUENCY_TRIP,
  LOW_FREQUENCY_TRIP,
  HIGH_VOLTAGE_TRIP,
  LOW_VOLTAGE_TRIP,
  HIGH_VOLTAGE_CESSATION,
  LOW_VOLTAGE_CESSATION,
  POWER_MONITORING_TRIP,
  ENTER_SERVICE
}
