package energy.setpoint.ocpp.v16.device;

import static energy.setpoint.ocpp.dialect.trait.StationTraits.Ability.PHASE_SWITCHING;
import static energy.setpoint.ocpp.dialect.trait.StationTraits.Ability.SMART_CHARGING;

import energy.setpoint.ocpp.dialect.OutboundCall;
import energy.setpoint.ocpp.dialect.trait.Fact;
import energy.setpoint.ocpp.dialect.trait.Facts;
import energy.setpoint.ocpp.dialect.trait.TraitClaims;
import energy.setpoint.ocpp.dialect.trait.WireNames;
import energy.setpoint.ocpp.meter.SampledMeasurands;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.v16.wire.ChangeConfiguration;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The settings of a 1.6 station that matter here (section 9), and what they mean. */
public final class Settings16 {

  private static final String STACK_LEVEL = "ChargeProfileMaxStackLevel";
  private static final String RATE_UNIT = "ChargingScheduleAllowedChargingRateUnit";
  private static final String PERIODS = "ChargingScheduleMaxPeriods";
  private static final String PROFILES = "MaxChargingProfilesInstalled";
  private static final String SWITCHES_PHASES = "ConnectorSwitch3to1PhaseSupported";
  private static final String FEATURES = "SupportedFeatureProfiles";
  private static final String INTERVAL = "MeterValueSampleInterval";
  private static final String MEASURANDS = "MeterValuesSampledData";

  static final List<String> WANTED =
      List.of(
          STACK_LEVEL,
          RATE_UNIT,
          PERIODS,
          PROFILES,
          SWITCHES_PHASES,
          FEATURES,
          "NumberOfConnectors",
          INTERVAL,
          MEASURANDS);

  private Settings16() {}

  public static TraitClaims claims(List<Fact> told) {
    Facts facts = new Facts(told);
    var claims = new TraitClaims.Builder();
    facts
        .findMembers(RATE_UNIT)
        .map(WireNames::rateUnits)
        .filter(units -> !units.isEmpty())
        .ifPresent(claims::rateUnits);
    facts.findLowest(STACK_LEVEL, 0).ifPresent(claims::maxStackLevel);
    facts.findLowest(PERIODS, 1).ifPresent(claims::maxPeriods);
    facts.findLowest(PROFILES, 1).ifPresent(claims::maxProfiles);
    facts.findFlag(SWITCHES_PHASES).ifPresent(can -> claims.ability(PHASE_SWITCHING, can));
    smartCharging(facts).ifPresent(can -> claims.ability(SMART_CHARGING, can));
    return claims.build();
  }

  /**
   * By the list of feature profiles (section 9.1.29), if it is one: every station has Core (section
   * 3.2). It need not be told (errata 3.81).
   */
  private static Optional<Boolean> smartCharging(Facts facts) {
    return facts
        .findMembers(FEATURES)
        .filter(profiles -> has(profiles, "Core"))
        .map(profiles -> has(profiles, "SmartCharging"));
  }

  private static boolean has(Set<String> profiles, String name) {
    return profiles.stream().anyMatch(name::equalsIgnoreCase);
  }

  /** One call for each setting: some stations refuse measurands that they do not have. */
  public static List<OutboundCall> meteringCalls(Duration interval, List<Fact> told) {
    Optional<OutboundCall> measurands =
        new Facts(told)
            .find(MEASURANDS)
            .flatMap(SampledMeasurands::completed)
            .map(list -> change(MEASURANDS, list));
    OutboundCall seconds = change(INTERVAL, String.valueOf(interval.toSeconds()));
    return Stream.concat(Stream.of(seconds), measurands.stream()).toList();
  }

  private static OutboundCall change(String key, String value) {
    return new OutboundCall(
        "ChangeConfiguration", Payloads.write(new ChangeConfiguration(key, value)));
  }
}
