package energy.setpoint.der.template;

/** Which register of a value of several registers comes first. */
public enum WordOrder {
  HIGH_FIRST("highFirst"),
  LOW_FIRST("lowFirst");

  private final String key;

  WordOrder(String key) {
    this.key = key;
  }

  /** How templates write it. */
  public String key() {
    return key;
  }
}
