package energy.setpoint.der.template;

/** A quantity that a device measures or says. */
public enum Measured {
  POWER("power", Dimension.POWER),
  POWER_L1("powerL1", Dimension.POWER),
  POWER_L2("powerL2", Dimension.POWER),
  POWER_L3("powerL3", Dimension.POWER),
  CURRENT_L1("currentL1", Dimension.CURRENT),
  CURRENT_L2("currentL2", Dimension.CURRENT),
  CURRENT_L3("currentL3", Dimension.CURRENT),
  SOC("soc", Dimension.CHARGE),
  /** What the grid operator allows, a magnitude. */
  LIMIT("limit", Dimension.POWER),
  /** The number of a step, to which the site file gives a meaning. */
  STEP("step", Dimension.COUNT),
  CONTACT_1("contact1", Dimension.COUNT),
  CONTACT_2("contact2", Dimension.COUNT),
  CONTACT_3("contact3", Dimension.COUNT),
  CONTACT_4("contact4", Dimension.COUNT);

  private final String key;
  private final Dimension dimension;

  Measured(String key, Dimension dimension) {
    this.key = key;
    this.dimension = dimension;
  }

  /** How templates write it. */
  public String key() {
    return key;
  }

  Dimension dimension() {
    return dimension;
  }

  /** Whether a template must tell its sign. */
  boolean hasDirection() {
    return this != LIMIT && (dimension == Dimension.POWER || dimension == Dimension.CURRENT);
  }

  /** Whether it is one contact of several. */
  boolean isContact() {
    return dimension == Dimension.COUNT && this != STEP;
  }

  /** What is measured; decides which units fit. */
  enum Dimension {
    POWER,
    CURRENT,
    CHARGE,
    COUNT
  }
}
