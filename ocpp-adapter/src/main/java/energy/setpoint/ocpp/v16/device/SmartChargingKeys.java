package energy.setpoint.ocpp.v16.device;

import java.util.List;

/** The configuration keys that smart charging depends on. */
public final class SmartChargingKeys {

  /** The keys of the smart charging profile (section 9.4), and the switch of the whole profile. */
  private static final List<String> ALL =
      List.of(
          "ChargeProfileMaxStackLevel",
          "ChargingScheduleAllowedChargingRateUnit",
          "ChargingScheduleMaxPeriods",
          "ConnectorSwitch3to1PhaseSupported",
          "MaxChargingProfilesInstalled",
          "SupportedFeatureProfiles");

  private SmartChargingKeys() {}

  /** Keys are case-insensitive strings (CiString50Type). */
  public static boolean has(String key) {
    return ALL.stream().anyMatch(key::equalsIgnoreCase);
  }
}
