package energy.setpoint.der.template;

import java.util.OptionalLong;

/** How the bits of one to four registers make a number. */
public enum RegisterType {
  /** A coil, a discrete input, or a register that is not 0. */
  BOOL("bool", 16),
  /** The low byte of a register. */
  INT8("int8", 8),
  UINT8("uint8", 8),
  INT16("int16", 16),
  UINT16("uint16", 16),
  INT32("int32", 32),
  UINT32("uint32", 32),
  INT64("int64", 64),
  UINT64("uint64", 64),
  FLOAT32("float32", 32),
  FLOAT64("float64", 64),
  /** A counter of SunSpec, in which 0 means that nothing is counted. */
  ACC32("acc32", 32),
  ACC64("acc64", 64),
  /** Four decimal digits of four bits each. */
  BCD16("bcd16", 16),
  BCD32("bcd32", 32);

  private final String key;
  private final int bits;

  RegisterType(String key, int bits) {
    this.key = key;
    this.bits = bits;
  }

  /** How templates write it. */
  public String key() {
    return key;
  }

  /** How many 16-bit registers it takes, 1 to 4. */
  public int registers() {
    return Math.max(1, bits / 16);
  }

  /** The bits of a value, without sign extension. */
  public long mask() {
    return bits == 64 ? -1L : (1L << bits) - 1;
  }

  /** Whether it is a plain count, of which single bits can be taken. */
  public boolean isUnsigned() {
    return this == UINT8 || this == UINT16 || this == UINT32 || this == UINT64;
  }

  private boolean isFloat() {
    return this == FLOAT32 || this == FLOAT64;
  }

  /**
   * The number that some bits stand for, exact up to 2^53; not a number where they stand for none.
   *
   * @param value as many bits as the type has, the rest zero
   */
  public double number(long value) {
    return switch (this) {
      case BOOL -> value == 0 ? 0 : 1;
      case INT8 -> (byte) value;
      case INT16 -> (short) value;
      case INT32 -> (int) value;
      case INT64 -> value;
      case UINT8, UINT16, UINT32 -> value;
      case UINT64 -> unsigned(value);
      case FLOAT32 -> Float.intBitsToFloat((int) value);
      case FLOAT64 -> Double.longBitsToDouble(value);
      case ACC32, ACC64 -> value == 0 ? Double.NaN : unsigned(value);
      case BCD16, BCD32 -> ofDigits(value);
    };
  }

  /**
   * The bits of a number, which is cut off towards zero where the type has whole numbers only: a
   * setpoint or limit is never made stronger by rounding.
   *
   * @return empty when the number does not fit into the type
   */
  public OptionalLong bitsOf(double number) {
    if (!Double.isFinite(number)) {
      return OptionalLong.empty();
    }
    if (isFloat()) {
      return OptionalLong.of(
          this == FLOAT64
              ? Double.doubleToLongBits(number)
              : Float.floatToIntBits((float) number) & mask());
    }
    double nearest = Math.rint(number);
    // 4.999999999 is what is left of 5 after a division.
    double whole =
        Math.abs(number - nearest) < 1e-6
            ? nearest
            : Math.copySign(Math.floor(Math.abs(number)), number);
    long value = (long) whole;
    long encoded = this == BCD16 || this == BCD32 ? digitsOf(value) : value & mask();
    boolean fits = Math.abs(whole) <= 1L << 53 && number(encoded) == whole;
    return fits ? OptionalLong.of(encoded) : OptionalLong.empty();
  }

  private static double unsigned(long value) {
    return (value >>> 1) * 2.0 + (value & 1);
  }

  private static double ofDigits(long value) {
    double number = 0;
    for (int shift = 28; shift >= 0; shift -= 4) {
      long digit = value >>> shift & 0xF;
      if (digit > 9) {
        return Double.NaN;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  private long digitsOf(long value) {
    long encoded = 0;
    long rest = Math.max(0, value);
    for (int shift = 0; shift < bits; shift += 4) {
      encoded |= rest % 10 << shift;
      rest /= 10;
    }
    return encoded;
  }
}
