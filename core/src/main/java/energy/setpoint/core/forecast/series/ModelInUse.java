package energy.setpoint.core.forecast.series;

/** Whose forecast is given out. */
public enum ModelInUse {
  REGRESSION,
  PERSISTENCE
}
