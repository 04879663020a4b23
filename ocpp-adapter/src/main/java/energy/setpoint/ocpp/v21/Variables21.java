package energy.setpoint.ocpp.v21;

import static energy.setpoint.ocpp.devicemodel.StationVariables.smartCharging;

import energy.setpoint.ocpp.devicemodel.StationVariables;
import energy.setpoint.ocpp.devicemodel.Variable;
import java.util.List;
import java.util.stream.Stream;

/** The variables that matter here, with those that are new in OCPP 2.1 (part 2 appendix 3). */
final class Variables21 {

  private static final List<Variable> NEW =
      List.of(
          smartCharging("SupportedAdditionalPurposes"),
          smartCharging("SupportsDynamicProfiles"),
          smartCharging("SupportsMaxOfflineDuration"),
          smartCharging("SupportsUseLocalTime"),
          smartCharging("SupportsRandomizedDelay"),
          smartCharging("SupportsLimitAtSoC"),
          smartCharging("SupportsEvseSleep"),
          Variable.ofEvses("V2XChargingCtrlr", "Enabled"),
          Variable.ofEvses("V2XChargingCtrlr", "SupportedOperationModes"),
          Variable.ofEvses("V2XChargingCtrlr", "SupportedEnergyTransferModes"),
          Variable.ofEvses("DCDERCtrlr", "Enabled"),
          Variable.ofEvses("DCDERCtrlr", "ModesSupported"),
          Variable.ofEvses("DCDERCtrlr", "MaxW"),
          Variable.ofEvses("DCDERCtrlr", "MaxChargeRateW"),
          Variable.ofEvses("ACDERCtrlr", "Enabled"),
          Variable.ofEvses("ACDERCtrlr", "ModesSupported"));

  static final List<Variable> ALL =
      Stream.concat(StationVariables.COMMON.stream(), NEW.stream()).toList();

  private Variables21() {}
}
