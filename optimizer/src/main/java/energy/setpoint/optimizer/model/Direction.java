package energy.setpoint.optimizer.model;

/** Which way energy goes through a battery. */
public enum Direction {
  CHARGE,
  DISCHARGE
}
