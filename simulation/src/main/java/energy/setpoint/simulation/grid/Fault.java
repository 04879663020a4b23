package energy.setpoint.simulation.grid;

/** Why a function takes over (GridEventFaultEnumType). */
public enum Fault {
  OVER_FREQUENCY,
  UNDER_FREQUENCY,
  OVER_VOLTAGE,
  UNDER_VOLTAGE,
  /** The inverter itself gives too much. */
  LOCAL_EMERGENCY,
  /** Somebody else wants it so. */
  REMOTE_EMERGENCY;

  static Fault ofFrequency(GridState grid) {
    return grid.hertz() > GridState.NOMINAL_HERTZ ? OVER_FREQUENCY : UNDER_FREQUENCY;
  }

  static Fault ofVoltage(GridState grid) {
    return grid.voltage() > GridState.NOMINAL.voltage() ? OVER_VOLTAGE : UNDER_VOLTAGE;
  }
}
