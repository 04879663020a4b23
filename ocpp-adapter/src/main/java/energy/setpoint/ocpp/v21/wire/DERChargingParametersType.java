package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.Items;
import energy.setpoint.ocpp.payload.Length;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What a vehicle that supports the grid on AC can do (ISO 15118-20 amendment 1). */
public record DERChargingParametersType(
    @Items(min = 1) Optional<List<DERControl>> evSupportedDERControl,
    Optional<BigDecimal> evOverExcitedMaxDischargePower,
    Optional<BigDecimal> evOverExcitedPowerFactor,
    Optional<BigDecimal> evUnderExcitedMaxDischargePower,
    Optional<BigDecimal> evUnderExcitedPowerFactor,
    Optional<BigDecimal> maxApparentPower,
    Optional<BigDecimal> maxChargeApparentPower,
    Optional<BigDecimal> maxChargeApparentPower_L2,
    Optional<BigDecimal> maxChargeApparentPower_L3,
    Optional<BigDecimal> maxDischargeApparentPower,
    Optional<BigDecimal> maxDischargeApparentPower_L2,
    Optional<BigDecimal> maxDischargeApparentPower_L3,
    Optional<BigDecimal> maxChargeReactivePower,
    Optional<BigDecimal> maxChargeReactivePower_L2,
    Optional<BigDecimal> maxChargeReactivePower_L3,
    Optional<BigDecimal> minChargeReactivePower,
    Optional<BigDecimal> minChargeReactivePower_L2,
    Optional<BigDecimal> minChargeReactivePower_L3,
    Optional<BigDecimal> maxDischargeReactivePower,
    Optional<BigDecimal> maxDischargeReactivePower_L2,
    Optional<BigDecimal> maxDischargeReactivePower_L3,
    Optional<BigDecimal> minDischargeReactivePower,
    Optional<BigDecimal> minDischargeReactivePower_L2,
    Optional<BigDecimal> minDischargeReactivePower_L3,
    Optional<BigDecimal> nominalVoltage,
    Optional<BigDecimal> nominalVoltageOffset,
    Optional<BigDecimal> maxNominalVoltage,
    Optional<BigDecimal> minNominalVoltage,
    @Length(50) Optional<String> evInverterManufacturer,
    @Length(50) Optional<String> evInverterModel,
    @Length(50) Optional<String> evInverterSerialNumber,
    @Length(50) Optional<String> evInverterSwVersion,
    @Length(50) Optional<String> evInverterHwVersion,
    @Items(min = 1) Optional<List<IslandingDetection>> evIslandingDetectionMethod,
    Optional<BigDecimal> evIslandingTripTime,
    Optional<BigDecimal> evMaximumLevel1DCInjection,
    Optional<BigDecimal> evDurationLevel1DCInjection,
    Optional<BigDecimal> evMaximumLevel2DCInjection,
    Optional<BigDecimal> evDurationLevel2DCInjection,
    Optional<BigDecimal> evReactiveSusceptance,
    Optional<BigDecimal> evSessionTotalDischargeEnergyAvailable) {

  /** What a grid operator may control. */
  public enum DERControl {
    EnterService,
    FreqDroop,
    FreqWatt,
    FixedPFAbsorb,
    FixedPFInject,
    FixedVar,
    Gradients,
    HFMustTrip,
    HFMayTrip,
    HVMustTrip,
    HVMomCess,
    HVMayTrip,
    LimitMaxDischarge,
    LFMustTrip,
    LVMustTrip,
    LVMomCess,
    LVMayTrip,
    PowerMonitoringMustTrip,
    VoltVar,
    VoltWatt,
    WattPF,
    WattVar
  }

  /** How a vehicle notices that the grid is gone. */
  public enum IslandingDetection {
    NoAntiIslandingSupport,
    RoCoF,
    UVP_OVP,
    UFP_OFP,
    VoltageVectorShift,
    ZeroCrossingDetection,
    OtherPassive,
    ImpedanceMeasurement,
    ImpedanceAtFrequency,
    SlipModeFrequencyShift,
    SandiaFrequencyShift,
    SandiaVoltageShift,
    FrequencyJump,
    RCLQFactor,
    OtherActive
  }
}
