package energy.setpoint.simulation.profile;

import java.util.Set;

/**
 * What a station makes of profiles: the parts in which versions and products differ.
 *
 * @param maxStackLevel higher levels are refused
 * @param maxPeriods longer schedules are refused
 * @param sameLevelReplaces true for 1.6: a profile replaces another with the same purpose, level
 *     and EVSE, and a default of one connector overrules that of the station. False for 2.x: the
 *     server must not do that (K01.FR.06, K01.FR.52, K01.FR.53), and the station refuses it.
 * @param needsStart true for 2.x: absolute and recurring schedules have a start (K01.FR.40)
 * @param setpoints true for 2.1
 */
public record ProfileRules(
    int maxStackLevel,
    int maxPeriods,
    Set<RateUnit> units,
    boolean sameLevelReplaces,
    boolean needsStart,
    boolean setpoints) {

  public static final ProfileRules OCPP_16 =
      new ProfileRules(8, 48, Set.of(RateUnit.A, RateUnit.W), true, false, false);
  public static final ProfileRules OCPP_201 =
      new ProfileRules(8, 96, Set.of(RateUnit.A, RateUnit.W), false, true, false);
  public static final ProfileRules OCPP_21 =
      new ProfileRules(8, 96, Set.of(RateUnit.A, RateUnit.W), false, true, true);

  public ProfileRules {
    units = Set.copyOf(units);
  }

  public ProfileRules withUnits(Set<RateUnit> others) {
    return new ProfileRules(
        maxStackLevel, maxPeriods, others, sameLevelReplaces, needsStart, setpoints);
  }
}
