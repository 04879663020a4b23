package energy.setpoint.der.template;

/** Which register of a 32-bit value comes first. Bytes within a register are always high first. */
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
