package energy.setpoint.core.site;

/** How an EVSE feeds the vehicle. */
public enum Supply {
  /** The vehicle's own charger takes alternating current. */
  AC,
  /** The station converts; on the grid side it always loads three phases evenly. */
  DC
}
