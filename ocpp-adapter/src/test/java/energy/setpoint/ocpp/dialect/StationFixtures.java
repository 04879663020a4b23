package energy.setpoint.ocpp.dialect;

import static energy.setpoint.ocpp.dialect.trait.StationTraits.Ability.SMART_CHARGING;

import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.dialect.trait.StationTraits.Ability;
import energy.setpoint.ocpp.dialect.trait.StationTraits.OperationMode;
import energy.setpoint.ocpp.dialect.trait.StationTraits.RateUnit;
import energy.setpoint.ocpp.dialect.trait.TraitClaims;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Stations of every kind: few with a name, for people, and many combinations, for checks. */
final class StationFixtures {

  private static final Set<RateUnit> BOTH = EnumSet.allOf(RateUnit.class);
  private static final Set<Ability> USUAL =
      EnumSet.of(SMART_CHARGING, Ability.ZERO_PAUSES, Ability.STATION_MAXIMUM);
  private static final Set<Ability> ALL = EnumSet.allOf(Ability.class);
  private static final Set<OperationMode> CHARGING = EnumSet.of(OperationMode.CHARGING_ONLY);
  private static final Set<OperationMode> SETPOINTS =
      EnumSet.of(OperationMode.CHARGING_ONLY, OperationMode.CENTRAL_SETPOINT);
  private static final Set<OperationMode> EVERY_MODE = EnumSet.allOf(OperationMode.class);

  private StationFixtures() {}

  /** The ones that the table of capabilities shows. */
  static Map<String, StationTraits> named() {
    Map<String, StationTraits> stations = new LinkedHashMap<>();
    stations.put("AC", of(false, BOTH, USUAL, CHARGING));
    stations.put("AC, W only", of(false, Set.of(RateUnit.W), USUAL, CHARGING));
    stations.put(
        "AC, never pauses", of(false, BOTH, without(USUAL, Ability.ZERO_PAUSES), CHARGING));
    stations.put("AC, setpoints", of(false, BOTH, USUAL, SETPOINTS));
    stations.put("AC, setpoints in W", of(false, Set.of(RateUnit.W), USUAL, SETPOINTS));
    stations.put("AC, everything", of(false, BOTH, ALL, EVERY_MODE));
    stations.put("AC, one profile", of(false, BOTH, USUAL, CHARGING).withMaxProfiles(1));
    stations.put("AC, two profiles", of(false, BOTH, USUAL, CHARGING).withMaxProfiles(2));
    stations.put(
        "AC, no smart charging", of(false, BOTH, without(USUAL, SMART_CHARGING), CHARGING));
    stations.put("DC", of(true, BOTH, USUAL, CHARGING));
    stations.put("DC, A only", of(true, Set.of(RateUnit.A), USUAL, CHARGING));
    stations.put("DC, setpoints", of(true, BOTH, USUAL, SETPOINTS));
    stations.put("DC, everything", of(true, BOTH, ALL, EVERY_MODE));
    return stations;
  }

  /** Every kind of supply and unit, with every set of abilities and modes that matters. */
  static Map<String, StationTraits> all() {
    Map<String, StationTraits> stations = named();
    stations.put("AC, two services", services("AC_single_phase", "AC_three_phase"));
    stations.put("AC, feeds back", services("AC_three_phase", "AC_BPT"));
    for (boolean dc : List.of(false, true)) {
      for (Set<RateUnit> units : List.of(BOTH, Set.of(RateUnit.A), Set.of(RateUnit.W))) {
        for (Set<Ability> abilities : abilities()) {
          for (Set<OperationMode> modes : List.of(CHARGING, SETPOINTS, EVERY_MODE)) {
            stations.put(
                (dc ? "DC " : "AC ") + units + " " + abilities + " " + modes,
                of(dc, units, abilities, modes));
          }
        }
      }
    }
    return stations;
  }

  private static StationTraits services(String... told) {
    return new TraitClaims.Builder()
        .energyTransferModes(Set.of(told))
        .build()
        .appliedTo(of(false, BOTH, ALL, EVERY_MODE));
  }

  /** Smart charging and no more, the usual ones, all, and all but one of each. */
  private static List<Set<Ability>> abilities() {
    List<Set<Ability>> sets = new ArrayList<>(List.of(Set.of(SMART_CHARGING), USUAL, ALL));
    for (Ability ability : Ability.values()) {
      sets.add(without(ALL, ability));
    }
    return sets;
  }

  private static Set<Ability> without(Set<Ability> all, Ability one) {
    Set<Ability> rest = EnumSet.copyOf(all);
    rest.remove(one);
    return rest;
  }

  private static StationTraits of(
      boolean dc, Set<RateUnit> units, Set<Ability> abilities, Set<OperationMode> modes) {
    Set<String> controls = modes.equals(EVERY_MODE) ? RequestedIntents.ALL_CONTROLS : Set.of();
    return new StationTraits(
        dc, 1, units, 1, 1, Optional.empty(), abilities, modes, Set.of(), controls);
  }
}
