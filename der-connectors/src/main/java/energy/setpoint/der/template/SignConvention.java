package energy.setpoint.der.template;

/** What a positive number of a device means. */
public enum SignConvention {
  /** From the grid to the device: import, consumption, charging. */
  LOAD("load", 1),
  /** From the device to the grid: export, production, discharging. */
  GENERATION("generation", -1);

  private final String key;
  private final int factor;

  SignConvention(String key, int factor) {
    this.key = key;
    this.factor = factor;
  }

  /** How templates write it. */
  public String key() {
    return key;
  }

  int factor() {
    return factor;
  }
}
