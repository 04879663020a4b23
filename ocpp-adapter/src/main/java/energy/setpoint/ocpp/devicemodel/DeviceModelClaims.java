package energy.setpoint.ocpp.devicemodel;

import static energy.setpoint.ocpp.dialect.trait.StationTraits.Ability.DYNAMIC_PROFILES;
import static energy.setpoint.ocpp.dialect.trait.StationTraits.Ability.EVSE_SLEEP;
import static energy.setpoint.ocpp.dialect.trait.StationTraits.Ability.LIMIT_AT_SOC;
import static energy.setpoint.ocpp.dialect.trait.StationTraits.Ability.MAX_OFFLINE_DURATION;
import static energy.setpoint.ocpp.dialect.trait.StationTraits.Ability.PHASE_CHOICE;
import static energy.setpoint.ocpp.dialect.trait.StationTraits.Ability.PHASE_SWITCHING;
import static energy.setpoint.ocpp.dialect.trait.StationTraits.Ability.PRIORITY_CHARGING;
import static energy.setpoint.ocpp.dialect.trait.StationTraits.Ability.RANDOMIZED_DELAY;
import static energy.setpoint.ocpp.dialect.trait.StationTraits.Ability.SMART_CHARGING;
import static energy.setpoint.ocpp.dialect.trait.StationTraits.Ability.USE_LOCAL_TIME;

import energy.setpoint.ocpp.dialect.trait.Facts;
import energy.setpoint.ocpp.dialect.trait.StationTraits.Ability;
import energy.setpoint.ocpp.dialect.trait.StationTraits.OperationMode;
import energy.setpoint.ocpp.dialect.trait.TraitClaims;
import energy.setpoint.ocpp.dialect.trait.WireNames;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the variables of a station say of its traits. */
public final class DeviceModelClaims {

  private static final Map<String, Ability> FLAGS =
      Map.of(
          StationVariables.PHASES_3_TO_1,
          PHASE_SWITCHING,
          StationVariables.PHASE_CHOICE,
          PHASE_CHOICE,
          "SmartChargingCtrlr.SupportsDynamicProfiles",
          DYNAMIC_PROFILES,
          "SmartChargingCtrlr.SupportsMaxOfflineDuration",
          MAX_OFFLINE_DURATION,
          "SmartChargingCtrlr.SupportsUseLocalTime",
          USE_LOCAL_TIME,
          "SmartChargingCtrlr.SupportsRandomizedDelay",
          RANDOMIZED_DELAY,
          "SmartChargingCtrlr.SupportsLimitAtSoC",
          LIMIT_AT_SOC,
          "SmartChargingCtrlr.SupportsEvseSleep",
          EVSE_SLEEP);

  private DeviceModelClaims() {}

  public static TraitClaims of(Facts facts) {
    var claims = new TraitClaims.Builder();
    facts
        .findMembers(StationVariables.RATE_UNIT)
        .map(WireNames::rateUnits)
        .filter(units -> !units.isEmpty())
        .ifPresent(claims::rateUnits);
    facts.findLowest(StationVariables.STACK_LEVEL, 0).ifPresent(claims::maxStackLevel);
    facts.findLowest(StationVariables.PERIODS, 1).ifPresent(claims::maxPeriods);
    facts.findLowest(StationVariables.PROFILES, 1).ifPresent(claims::maxProfiles);
    smartCharging(facts).ifPresent(can -> claims.ability(SMART_CHARGING, can));
    FLAGS.forEach(
        (name, ability) -> facts.findFlag(name).ifPresent(can -> claims.ability(ability, can)));
    facts
        .findMembers("SmartChargingCtrlr.SupportedAdditionalPurposes")
        .ifPresent(
            purposes -> claims.ability(PRIORITY_CHARGING, purposes.contains("PriorityCharging")));
    operationModes(facts).ifPresent(claims::operationModes);
    facts
        .findMembers("V2XChargingCtrlr.SupportedEnergyTransferModes")
        .ifPresent(claims::energyTransferModes);
    derControls(facts).ifPresent(claims::derControls);
    return claims.build();
  }

  /** There when neither variable denies it (appendix 3, SmartChargingCtrlr). */
  private static Optional<Boolean> smartCharging(Facts facts) {
    return Stream.of("SmartChargingCtrlr.Available", "SmartChargingCtrlr.Enabled")
        .flatMap(name -> facts.findFlag(name).stream())
        .reduce(Boolean::logicalAnd);
  }

  /** While V2X is switched off, a station charges and nothing else (2.1 Q01). */
  private static Optional<Set<OperationMode>> operationModes(Facts facts) {
    if (facts.findFlag("V2XChargingCtrlr.Enabled").equals(Optional.of(false))) {
      return Optional.of(Set.of(OperationMode.CHARGING_ONLY));
    }
    return facts
        .findMembers("V2XChargingCtrlr.SupportedOperationModes")
        .map(names -> {
          Set<OperationMode> modes = EnumSet.of(OperationMode.CHARGING_ONLY);
          names.forEach(name -> WireNames.operationMode(name).ifPresent(modes::add));
          return modes;
        });
  }

  /** The inverter of the EVSE and the one in the vehicle have a controller each. */
  private static Optional<Set<String>> derControls(Facts facts) {
    Optional<Set<String>> direct = modes(facts, "DCDERCtrlr");
    Optional<Set<String>> alternating = modes(facts, "ACDERCtrlr");
    if (direct.isEmpty() && alternating.isEmpty()) {
      return Optional.empty();
    }
    Set<String> either = new TreeSet<>(direct.orElse(Set.of()));
    either.addAll(alternating.orElse(Set.of()));
    return Optional.of(either);
  }

  private static Optional<Set<String>> modes(Facts facts, String component) {
    return facts.findFlag(component + ".Enabled").equals(Optional.of(false))
        ? Optional.empty()
        : facts.findMembers(component + ".ModesSupported");
  }
}
