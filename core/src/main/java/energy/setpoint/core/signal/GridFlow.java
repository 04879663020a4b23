package energy.setpoint.core.signal;

/** The direction of what flows at the grid connection. */
public enum GridFlow {
  /** Taken from the grid. */
  IMPORT("import"),
  /** Fed into the grid. */
  EXPORT("export");

  private final String key;

  GridFlow(String key) {
    this.key = key;
  }

  /** How files, metrics and the database write it. */
  public String key() {
    return key;
  }
}
