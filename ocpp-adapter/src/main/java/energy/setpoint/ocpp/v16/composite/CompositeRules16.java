package energy.setpoint.ocpp.v16.composite;

import static java.util.Map.entry;

import energy.setpoint.ocpp.composite.CompositeRules;
import energy.setpoint.ocpp.composite.check.ProfilePath;
import energy.setpoint.ocpp.composite.check.ProfileRule;
import energy.setpoint.ocpp.composite.check.RuleBook;
import energy.setpoint.ocpp.composite.station.Transaction;
import java.util.Map;

/** How OCPP 1.6 combines profiles (sections 3.13 and 5.16, with the errata of 2025). */
public final class CompositeRules16 {

  private static final Map<ProfileRule, String> WRITTEN =
      Map.ofEntries(
          entry(ProfileRule.EVSE_EXISTS, "1.6 errata 3.39"),
          entry(ProfileRule.RATE_UNIT_IS_KNOWN, "1.6 ChargingScheduleAllowedChargingRateUnit"),
          entry(ProfileRule.STACK_LEVEL_COUNTS_FROM_ZERO, "1.6 section 7.8"),
          entry(ProfileRule.MAX_IS_FOR_THE_STATION, "1.6 section 3.13.1"),
          entry(ProfileRule.TX_IS_FOR_AN_EVSE, "1.6 section 3.13.1"),
          entry(ProfileRule.ONLY_TX_NAMES_A_TRANSACTION, "1.6 section 7.8"),
          entry(ProfileRule.TRANSACTION_EXISTS, "1.6 section 3.13.1"),
          entry(ProfileRule.RECURRING_SAYS_HOW_OFTEN, "1.6 section 7.8"),
          entry(ProfileRule.ONLY_RECURRING_SAYS_HOW_OFTEN, "1.6 errata 3.56"),
          entry(ProfileRule.STATION_IS_NOT_RELATIVE, "1.6 section 7.9"),
          entry(ProfileRule.VALIDITY_HAS_A_LENGTH, "1.6 section 7.8"),
          entry(ProfileRule.FIRST_PERIOD_STARTS_AT_ZERO, "1.6 section 7.13"),
          entry(ProfileRule.PERIODS_ASCEND, "1.6 section 7.14"),
          entry(ProfileRule.DURATION_COUNTS_FROM_ZERO, "1.6 section 7.13"),
          entry(ProfileRule.LIMIT_IS_NOT_NEGATIVE, "1.6 section 7.14"),
          entry(ProfileRule.ONE_DECIMAL, "1.6 section 7.14"),
          entry(ProfileRule.UP_TO_THREE_PHASES, "1.6 section 7.14"));

  public static final CompositeRules RULES =
      new CompositeRules(
          new RuleBook(WRITTEN, new ProfilePath("connectorId", "csChargingProfiles", false)),
          true,
          true,
          Transaction::started);

  private CompositeRules16() {}
}
