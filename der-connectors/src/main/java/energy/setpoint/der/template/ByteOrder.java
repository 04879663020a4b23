package energy.setpoint.der.template;

/** Which byte of a register comes first. Modbus says the high one; not every device listens. */
public enum ByteOrder {
  HIGH_FIRST("highFirst"),
  LOW_FIRST("lowFirst");

  private final String key;

  ByteOrder(String key) {
    this.key = key;
  }

  /** How templates write it. */
  public String key() {
    return key;
  }

  /** A register of this order as one with the high byte first, and back. */
  int turn(int word) {
    return this == HIGH_FIRST ? word & 0xFFFF : (word & 0xFF) << 8 | (word >>> 8 & 0xFF);
  }
}
