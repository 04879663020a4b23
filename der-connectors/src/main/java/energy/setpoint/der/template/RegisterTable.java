package energy.setpoint.der.template;

/** Which of the four tables of Modbus a point lives in. */
public enum RegisterTable {
  /** Single bits that can be written; read with function code 1, written with 5 or 15. */
  COIL("coil"),
  /** Single bits that are only read; function code 2. */
  DISCRETE("discrete"),
  /** Registers that can be written; read with function code 3, written with 6 or 16. */
  HOLDING("holding"),
  /** Registers that are only read; function code 4. */
  INPUT("input");

  private final String key;

  RegisterTable(String key) {
    this.key = key;
  }

  /** How templates write it. */
  public String key() {
    return key;
  }

  /** Whether it holds bits rather than registers of 16 bits. */
  public boolean isBits() {
    return this == COIL || this == DISCRETE;
  }

  /** Whether a client may write it. */
  public boolean isWritable() {
    return this == COIL || this == HOLDING;
  }
}
