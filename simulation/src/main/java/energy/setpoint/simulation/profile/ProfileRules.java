package energy.setpoint.simulation.profile;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a station makes of profiles: the parts in which versions and products differ.
 *
 * @param maxStackLevel higher levels are refused
 * @param maxPeriods longer schedules are refused
 * @param maxProfiles more of them are refused
 * @param sameLevelReplaces true for 1.6: a profile replaces another with the same purpose, level
 *     and EVSE, and a default of one connector overrules that of the station. False for 2.x: the
 *     server must not do that (K01.FR.06, K01.FR.52, K01.FR.53), and the station refuses it.
 * @param needsStart true for 2.x: absolute and recurring schedules have a start (K01.FR.40)
 * @param modes operation modes that it follows; before 2.1 charging only
 * @param purposes that the server may set
 * @param zone of its wall clock (K01.FR.90)
 */
public record ProfileRules(
    int maxStackLevel,
    int maxPeriods,
    int maxProfiles,
    Set<RateUnit> units,
    boolean sameLevelReplaces,
    boolean needsStart,
    Set<OperationMode> modes,
    Set<Purpose> purposes,
    Set<Feature> features,
    ZoneId zone) {

  private static final Set<RateUnit> BOTH = Set.of(RateUnit.A, RateUnit.W);
  private static final Set<OperationMode> CHARGING = Set.of(OperationMode.CHARGING_ONLY);
  private static final Set<Purpose> CLASSIC =
      Set.of(Purpose.STATION_MAX, Purpose.TX_DEFAULT, Purpose.TX);
  private static final ZoneId UTC = ZoneId.of("UTC");

  public static final ProfileRules OCPP_16 =
      new ProfileRules(8, 48, 32, BOTH, true, false, CHARGING, CLASSIC, Set.of(), UTC);
  public static final ProfileRules OCPP_201 =
      new ProfileRules(8, 96, 32, BOTH, false, true, CHARGING, CLASSIC, Set.of(), UTC);

  /** All that 2.1 has, but for local load balancing and phase switching. */
  public static final ProfileRules OCPP_21 =
      new ProfileRules(
          8,
          96,
          32,
          BOTH,
          false,
          true,
          EnumSet.complementOf(EnumSet.of(OperationMode.LOCAL_LOAD_BALANCING)),
          EnumSet.complementOf(EnumSet.of(Purpose.EXTERNAL)),
          EnumSet.complementOf(EnumSet.of(Feature.PHASE_SWITCHING)),
          UTC);

  public ProfileRules {
    units = Set.copyOf(units);
    modes = Set.copyOf(modes);
    purposes = Set.copyOf(purposes);
    features = Set.copyOf(features);
  }

  public boolean has(Feature feature) {
    return features.contains(feature);
  }

  /** With a feature that few stations have. */
  public ProfileRules with(Feature feature) {
    EnumSet<Feature> more = EnumSet.of(feature);
    more.addAll(features);
    return new ProfileRules(
        maxStackLevel,
        maxPeriods,
        maxProfiles,
        units,
        sameLevelReplaces,
        needsStart,
        modes,
        purposes,
        more,
        zone);
  }

  public ProfileRules withUnits(Set<RateUnit> others) {
    return new ProfileRules(
        maxStackLevel,
        maxPeriods,
        maxProfiles,
        others,
        sameLevelReplaces,
        needsStart,
        modes,
        purposes,
        features,
        zone);
  }

  /** With at most so high levels, so many periods in a schedule and so many profiles. */
  public ProfileRules withBounds(int stackLevel, int periods, int profiles) {
    return new ProfileRules(
        stackLevel,
        periods,
        profiles,
        units,
        sameLevelReplaces,
        needsStart,
        modes,
        purposes,
        features,
        zone);
  }

  public ProfileRules withModes(Set<OperationMode> others) {
    return new ProfileRules(
        maxStackLevel,
        maxPeriods,
        maxProfiles,
        units,
        sameLevelReplaces,
        needsStart,
        others,
        purposes,
        features,
        zone);
  }

  public ProfileRules withPurposes(Set<Purpose> others) {
    return new ProfileRules(
        maxStackLevel,
        maxPeriods,
        maxProfiles,
        units,
        sameLevelReplaces,
        needsStart,
        modes,
        others,
        features,
        zone);
  }

  public ProfileRules withFeatures(Set<Feature> others) {
    return new ProfileRules(
        maxStackLevel,
        maxPeriods,
        maxProfiles,
        units,
        sameLevelReplaces,
        needsStart,
        modes,
        purposes,
        others,
        zone);
  }

  public ProfileRules in(ZoneId other) {
    return new ProfileRules(
        maxStackLevel,
        maxPeriods,
        maxProfiles,
        units,
        sameLevelReplaces,
        needsStart,
        modes,
        purposes,
        features,
        other);
  }
}
