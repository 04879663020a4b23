package energy.setpoint.core.der;

/** What a value of a DER control is counted in (OCPP 2.1 part 2 section 3.35). */
public enum DerUnit {
  /** None, as on ride-through curves and for a power factor. */
  NOT_APPLICABLE,
  /** Percent of the active power that the inverter is configured for. */
  PERCENT_OF_MAX_WATT,
  /** Percent of the reactive power that the inverter is configured for. */
  PERCENT_OF_MAX_VAR,
  /** Percent of the active power that is available in reserve. */
  PERCENT_OF_AVAILABLE_WATT,
  /** Percent of the reactive power that is available in reserve. */
  PERCENT_OF_AVAILABLE_VAR,
  /** Percent of the effective voltage. */
  PERCENT_OF_EFFECTIVE_VOLTAGE;

  /** True when it counts power, which lies from -100 to 100. */
  boolean isPower() {
    return this != NOT_APPLICABLE && this != PERCENT_OF_EFFECTIVE_VOLTAGE;
  }

  boolean isReactive() {
    return this == PERCENT_OF_MAX_VAR || this == PERCENT_OF_AVAILABLE_VAR;
  }
}
