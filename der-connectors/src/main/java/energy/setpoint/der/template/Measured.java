package energy.setpoint.der.template;

/** A quantity that a device measures. */
public enum Measured {
  POWER("power", Dimension.POWER),
  POWER_L1("powerL1", Dimension.POWER),
  POWER_L2("powerL2", Dimension.POWER),
  POWER_L3("powerL3", Dimension.POWER),
  CURRENT_L1("currentL1", Dimension.CURRENT),
  CURRENT_L2("currentL2", Dimension.CURRENT),
  CURRENT_L3("currentL3", Dimension.CURRENT),
  SOC("soc", Dimension.CHARGE);

  private final String key;
  private final Dimension dimension;

  Measured(String key, Dimension dimension) {
    this.key = key;
    this.dimension = dimension;
  }

  /** How templates write it. */
  public String key() {
    return key;
  }

  Dimension dimension() {
    return dimension;
  }

  /** What is measured; decides which units fit. */
  enum Dimension {
    POWER,
    CURRENT,
    CHARGE,
    /** Of what is only shown. */
    NONE
  }
}
