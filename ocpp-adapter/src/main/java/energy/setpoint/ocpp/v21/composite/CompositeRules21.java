package energy.setpoint.ocpp.v21.composite;

import static java.util.Map.entry;

import energy.setpoint.ocpp.composite.CompositeRules;
import energy.setpoint.ocpp.composite.check.ProfilePath;
import energy.setpoint.ocpp.composite.check.ProfileRule;
import energy.setpoint.ocpp.composite.check.RuleBook;
import java.util.Map;

/** How OCPP 2.1 combines profiles (part 2, blocks K and Q, with the errata of 2025-09). */
public final class CompositeRules21 {

  private static final Map<ProfileRule, String> WRITTEN =
      Map.ofEntries(
          entry(ProfileRule.EVSE_EXISTS, "K01.FR.28"),
          entry(ProfileRule.RATE_UNIT_IS_KNOWN, "K01.FR.26"),
          entry(ProfileRule.STACK_LEVEL_COUNTS_FROM_ZERO, "2.1 part 2, section 2.17"),
          entry(ProfileRule.MAX_IS_FOR_THE_STATION, "2.1 part 2, K section 3.2"),
          entry(ProfileRule.TX_IS_FOR_AN_EVSE, "K01.FR.16"),
          entry(ProfileRule.TX_NAMES_ITS_TRANSACTION, "K01.FR.03"),
          entry(ProfileRule.ONLY_TX_NAMES_A_TRANSACTION, "2.1 part 2, section 2.17"),
          entry(ProfileRule.TRANSACTION_EXISTS, "K01.FR.33"),
          entry(ProfileRule.RECURRING_SAYS_HOW_OFTEN, "2.1 part 2, section 2.17"),
          entry(ProfileRule.ONLY_RECURRING_SAYS_HOW_OFTEN, "2.1 part 2, section 2.17"),
          entry(ProfileRule.ABSOLUTE_HAS_A_START, "K01.FR.40"),
          entry(ProfileRule.RELATIVE_HAS_NO_START, "K01.FR.41"),
          entry(ProfileRule.STATION_IS_NOT_RELATIVE, "K01.FR.38"),
          entry(ProfileRule.VALIDITY_HAS_A_LENGTH, "K01.FR.36, K01.FR.37"),
          entry(ProfileRule.FIRST_PERIOD_STARTS_AT_ZERO, "K01.FR.31"),
          entry(ProfileRule.PERIODS_ASCEND, "K01.FR.35"),
          entry(ProfileRule.DURATION_COUNTS_FROM_ZERO, "2.1 part 2, section 2.19"),
          entry(ProfileRule.LIMIT_IS_NOT_NEGATIVE, "2.1 errata 2.62"),
          entry(ProfileRule.UP_TO_THREE_PHASES, "2.1 part 2, section 2.18"),
          entry(ProfileRule.PHASE_IS_CHOSEN_OF_ONE, "K01.FR.19"),
          entry(ProfileRule.ONE_SCHEDULE_BUT_FOR_TX, "2.1 part 2, section 2.17"),
          entry(ProfileRule.PRIORITY_HAS_NO_DURATION, "K01.FR.70"),
          entry(ProfileRule.ONLY_TX_IS_DELAYED, "K01.FR.95"),
          entry(ProfileRule.DYNAMIC_HAS_ONE_PERIOD, "K28.FR.01"),
          entry(ProfileRule.ONLY_DYNAMIC_IS_UPDATED, "K01.FR.122"),
          entry(ProfileRule.OFFLINE_COUNTS_FROM_ZERO, "2.1 part 2, section 2.17"),
          entry(ProfileRule.MODE_FITS_THE_PURPOSE, "K01.FR.71, K01.FR.111, K01.FR.112, K01.FR.113"),
          entry(ProfileRule.VALUES_FIT_THE_MODE, "2.1 part 2, Q section 2.2"),
          entry(ProfileRule.SETPOINT_LIES_WITHIN_LIMITS, "V2X.05"),
          entry(ProfileRule.PHASES_DIFFER_FOR_TX_ONLY, "K01.FR.143, V2X.09"),
          entry(ProfileRule.FREQUENCY_HAS_A_CURVE, "Q08.FR.03"),
          entry(ProfileRule.FREQUENCY_IS_IN_WATTS, "Q08.FR.05"),
          entry(
              ProfileRule.ONE_PROFILE_ON_A_STACK_LEVEL,
              "K01.FR.06, K01.FR.39, K01.FR.52, K01.FR.53"));

  public static final CompositeRules RULES =
      new CompositeRules(
          new RuleBook(WRITTEN, new ProfilePath("evseId", "chargingProfile", true)),
          false,
          false,
          transaction -> transaction.powerPathClosed().orElse(transaction.started()));

  private CompositeRules21() {}
}
