package energy.setpoint.ocpp.devicemodel;

import java.util.List;
import java.util.Optional;

/** The variables that matter here and that OCPP 2.0.1 has already (part 2 appendix 3). */
public final class StationVariables {

  static final String RATE_UNIT = "SmartChargingCtrlr.RateUnit";
  static final String STACK_LEVEL = "SmartChargingCtrlr.ProfileStackLevel";
  static final String PERIODS = "SmartChargingCtrlr.PeriodsPerSchedule";
  static final String PROFILES = "SmartChargingCtrlr.Entries[ChargingProfiles]:maxLimit";
  static final String PHASES_3_TO_1 = "SmartChargingCtrlr.Phases3to1";
  static final String PHASE_CHOICE = "SmartChargingCtrlr.ACPhaseSwitchingSupported";
  static final String MEASURANDS = "SampledDataCtrlr.TxUpdatedMeasurands";

  /** The last of them are there to be shown, or to be asked for before they are changed. */
  public static final List<Variable> COMMON =
      List.of(
          VariableQuestions.BATCH_SIZE,
          smartCharging("Available"),
          smartCharging("Enabled"),
          smartCharging("RateUnit"),
          smartCharging("ProfileStackLevel"),
          smartCharging("PeriodsPerSchedule"),
          new Variable("SmartChargingCtrlr", "Entries", Optional.of("ChargingProfiles"), false),
          smartCharging("Phases3to1"),
          Variable.ofEvses("SmartChargingCtrlr", "ACPhaseSwitchingSupported"),
          Variable.ofEvses("EVSE", "SupplyPhases"),
          Variable.ofEvses("ISO15118Ctrlr", "Enabled"),
          Variable.ofEvses("ISO15118Ctrlr", "MaxScheduleEntries"),
          Variable.of("SampledDataCtrlr", "TxUpdatedInterval"),
          Variable.of("SampledDataCtrlr", "TxUpdatedMeasurands"),
          Variable.of("ChargingStation", "VendorName"),
          Variable.of("ChargingStation", "Model"),
          Variable.of("ChargingStation", "FirmwareVersion"));

  private StationVariables() {}

  /** A variable of SmartChargingCtrlr, which stands on the tier of the station. */
  public static Variable smartCharging(String name) {
    return Variable.of("SmartChargingCtrlr", name);
  }
}
