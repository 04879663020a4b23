package energy.setpoint.der.template;

/** How the bits of one or two registers make a number. */
public enum RegisterType {
  INT16("int16", 1),
  UINT16("uint16", 1),
  INT32("int32", 2),
  UINT32("uint32", 2),
  FLOAT32("float32", 2);

  private final String key;
  private final int registers;

  RegisterType(String key, int registers) {
    this.key = key;
    this.registers = registers;
  }

  /** How templates write it. */
  public String key() {
    return key;
  }

  /** How many 16-bit registers it takes. */
  public int registers() {
    return registers;
  }

  /** The bits of a register value, without sign extension. */
  public long mask() {
    return registers == 1 ? 0xFFFFL : 0xFFFF_FFFFL;
  }

  /**
   * The number that some bits stand for.
   *
   * @param bits 16 or 32 of them, the rest zero
   */
  public double number(long bits) {
    return switch (this) {
      case INT16 -> (short) bits;
      case INT32 -> (int) bits;
      case UINT16, UINT32 -> bits;
      case FLOAT32 -> Float.intBitsToFloat((int) bits);
    };
  }
}
