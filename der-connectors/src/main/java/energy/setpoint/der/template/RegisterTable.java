package energy.setpoint.der.template;

/** Which of the two tables of 16-bit registers a point lives in. */
public enum RegisterTable {
  /** Function code 3. */
  HOLDING("holding"),
  /** Function code 4. */
  INPUT("input");

  private final String key;

  RegisterTable(String key) {
    this.key = key;
  }

  /** How templates write it. */
  public String key() {
    return key;
  }
}
