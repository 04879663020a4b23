package energy.setpoint.der.template;

import energy.setpoint.der.template.Measured.Dimension;

/** A unit that a device may report in, and its size in watts, amperes or as a fraction. */
public enum PointUnit {
  WATT("W", Dimension.POWER, 1),
  KILOWATT("kW", Dimension.POWER, 1000),
  AMPERE("A", Dimension.CURRENT, 1),
  MILLIAMPERE("mA", Dimension.CURRENT, 0.001),
  PERCENT("%", Dimension.CHARGE, 0.01),
  FRACTION("fraction", Dimension.CHARGE, 1),
  /** Never written in a template: of what is counted, or only shown. */
  NUMBER("1", Dimension.COUNT, 1);

  private final String symbol;
  private final Dimension dimension;
  private final double size;

  PointUnit(String symbol, Dimension dimension, double size) {
    this.symbol = symbol;
    this.dimension = dimension;
    this.size = size;
  }

  /** How templates write it. */
  public String symbol() {
    return symbol;
  }

  Dimension dimension() {
    return dimension;
  }

  /** Whether a quantity may be told in this unit. */
  public boolean fits(Measured measured) {
    return dimension == measured.dimension();
  }

  /** One of this unit in watts, amperes or as a fraction. */
  public double size() {
    return size;
  }
}
