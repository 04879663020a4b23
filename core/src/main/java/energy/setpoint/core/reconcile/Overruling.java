package energy.setpoint.core.reconcile;

/** Why what a device is told does not hold for a while. */
public enum Overruling {
  /** The driver was given priority, so a profile of the station goes before ours (K21.FR.04). */
  PRIORITY,
  /** A DER control supports the grid and goes before every charging profile (R05). */
  GRID
}
