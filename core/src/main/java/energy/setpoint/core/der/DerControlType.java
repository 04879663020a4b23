package energy.setpoint.core.der;

/**
 * The kinds of DER controls (OCPP 2.1 part 2 section 3.33). A station holds at most one default and
 * one scheduled control of each kind that is not superseded.
 */
public enum DerControlType {
  ENTER_SERVICE,
  FREQUENCY_DROOP,
  FREQUENCY_WATT,
  FIXED_POWER_FACTOR_ABSORB,
  FIXED_POWER_FACTOR_INJECT,
  FIXED_VAR,
  GRADIENTS,
  HIGH_FREQUENCY_MUST_TRIP,
  /** Ride-through. */
  HIGH_FREQUENCY_MAY_TRIP,
  HIGH_VOLTAGE_MUST_TRIP,
  HIGH_VOLTAGE_MOMENTARY_CESSATION,
  /** Ride-through. */
  HIGH_VOLTAGE_MAY_TRIP,
  LIMIT_MAX_DISCHARGE,
  LOW_FREQUENCY_MUST_TRIP,
  LOW_VOLTAGE_MUST_TRIP,
  LOW_VOLTAGE_MOMENTARY_CESSATION,
  /** Ride-through. */
  LOW_VOLTAGE_MAY_TRIP,
  /** By VDE-AR-N 4105 section 5.5.2. */
  POWER_MONITORING_MUST_TRIP,
  VOLT_VAR,
  VOLT_WATT,
  WATT_POWER_FACTOR,
  WATT_VAR;

  /** True when it is said by a curve; R04.FR.16 names the others. */
  public boolean isCurve() {
    return switch (this) {
      case ENTER_SERVICE,
          FREQUENCY_DROOP,
          FIXED_POWER_FACTOR_ABSORB,
          FIXED_POWER_FACTOR_INJECT,
          FIXED_VAR,
          GRADIENTS,
          LIMIT_MAX_DISCHARGE ->
          false;
      case FREQUENCY_WATT,
          HIGH_FREQUENCY_MUST_TRIP,
          HIGH_FREQUENCY_MAY_TRIP,
          HIGH_VOLTAGE_MUST_TRIP,
          HIGH_VOLTAGE_MOMENTARY_CESSATION,
          HIGH_VOLTAGE_MAY_TRIP,
          LOW_FREQUENCY_MUST_TRIP,
          LOW_VOLTAGE_MUST_TRIP,
          LOW_VOLTAGE_MOMENTARY_CESSATION,
          LOW_VOLTAGE_MAY_TRIP,
          POWER_MONITORING_MUST_TRIP,
          VOLT_VAR,
          VOLT_WATT,
          WATT_POWER_FACTOR,
          WATT_VAR ->
          true;
    };
  }

  /** True when it cannot be scheduled (R04.FR.14). */
  public boolean isDefaultOnly() {
    return this == ENTER_SERVICE || this == GRADIENTS;
  }
}
