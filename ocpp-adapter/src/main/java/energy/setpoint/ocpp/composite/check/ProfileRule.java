package energy.setpoint.ocpp.composite.check;

/** A rule for profiles that some version of OCPP has. */
public enum ProfileRule {
  EVSE_EXISTS("the EVSE must exist"),
  RATE_UNIT_IS_KNOWN("the station must take this unit"),
  STACK_LEVEL_COUNTS_FROM_ZERO("must be 0 or more"),
  MAX_IS_FOR_THE_STATION("a profile of this purpose is for the whole station"),
  TX_IS_FOR_AN_EVSE("a profile for a transaction is for one EVSE"),
  TX_NAMES_ITS_TRANSACTION("a profile for a transaction must name it"),
  ONLY_TX_NAMES_A_TRANSACTION("only a profile for a transaction names one"),
  TRANSACTION_EXISTS("the transaction must be known, and on this EVSE"),
  RECURRING_SAYS_HOW_OFTEN("a recurring profile must say how often"),
  ONLY_RECURRING_SAYS_HOW_OFTEN("only a recurring profile says how often"),
  ABSOLUTE_HAS_A_START("an absolute or recurring schedule must have a start"),
  RELATIVE_HAS_NO_START("a relative schedule has no start of its own"),
  STATION_IS_NOT_RELATIVE("a station has no transaction to be relative to"),
  VALIDITY_HAS_A_LENGTH("a profile must become invalid after it becomes valid"),
  FIRST_PERIOD_STARTS_AT_ZERO("the first period must start at 0"),
  PERIODS_ASCEND("periods must be in the order of their starts"),
  DURATION_COUNTS_FROM_ZERO("must be 0 or more"),
  LIMIT_IS_NOT_NEGATIVE("must be 0 or more"),
  ONE_DECIMAL("must have at most one decimal"),
  UP_TO_THREE_PHASES("must be 1, 2 or 3"),
  PHASE_IS_CHOSEN_OF_ONE("a phase can be chosen only when numberPhases is 1"),
  ONE_SCHEDULE_BUT_FOR_TX("only a profile for a transaction has several schedules"),
  PRIORITY_HAS_NO_DURATION("priority lasts until the transaction ends"),
  ONLY_TX_IS_DELAYED("a profile of this purpose cannot be delayed"),
  DYNAMIC_HAS_ONE_PERIOD("a dynamic profile has one schedule with one period"),
  ONLY_DYNAMIC_IS_UPDATED("only a dynamic profile is updated"),
  OFFLINE_COUNTS_FROM_ZERO("must be 0 or more"),
  MODE_FITS_THE_PURPOSE("this operation mode is not for this purpose"),
  VALUES_FIT_THE_MODE("the values of a period must fit its operation mode"),
  SETPOINT_LIES_WITHIN_LIMITS("a setpoint must lie between dischargeLimit and limit"),
  PHASES_DIFFER_FOR_TX_ONLY("only a profile for a transaction has values for L2 and L3"),
  FREQUENCY_HAS_A_CURVE("LocalFrequency needs v2xBaseline, and two points in v2xFreqWattCurve"),
  FREQUENCY_IS_IN_WATTS("LocalFrequency needs chargingRateUnit W"),
  ONE_PROFILE_ON_A_STACK_LEVEL("another profile is valid on this stack level at the same time");

  private final String words;

  ProfileRule(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
