package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.Items;
import energy.setpoint.ocpp.payload.Range;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What a vehicle asked for over ISO 15118. */
public record NotifyEVChargingNeeds(
    @Range(min = 1) int evseId,
    ChargingNeedsType chargingNeeds,
    @Range(min = 0) Optional<Integer> maxScheduleTuples,
    Optional<Instant> timestamp) {

  /** The answer. */
  public record Response(NotifyEVChargingNeedsStatus status, Optional<StatusInfoType> statusInfo) {}

  /** Part of {@link NotifyEVChargingNeeds}. */
  public record ChargingNeedsType(
      EnergyTransferMode requestedEnergyTransfer,
      Optional<ACChargingParametersType> acChargingParameters,
      Optional<DERChargingParametersType> derChargingParameters,
      Optional<EVEnergyOfferType> evEnergyOffer,
      Optional<DCChargingParametersType> dcChargingParameters,
      Optional<V2XChargingParametersType> v2xChargingParameters,
      @Items(min = 1) Optional<List<EnergyTransferMode>> availableEnergyTransfer,
      Optional<ControlMode> controlMode,
      Optional<MobilityNeedsMode> mobilityNeedsMode,
      Optional<Instant> departureTime) {}

  /** Part of {@link NotifyEVChargingNeeds}. */
  public record ACChargingParametersType(
      BigDecimal energyAmount,
      BigDecimal evMinCurrent,
      BigDecimal evMaxCurrent,
      BigDecimal evMaxVoltage) {}

  /** Part of {@link NotifyEVChargingNeeds}. */
  public record DCChargingParametersType(
      BigDecimal evMaxCurrent,
      BigDecimal evMaxVoltage,
      Optional<BigDecimal> evMaxPower,
      Optional<BigDecimal> evEnergyCapacity,
      Optional<BigDecimal> energyAmount,
      @Range(min = 0, max = 100) Optional<Integer> stateOfCharge,
      @Range(min = 0, max = 100) Optional<Integer> fullSoC,
      @Range(min = 0, max = 100) Optional<Integer> bulkSoC) {}

  /** Part of {@link NotifyEVChargingNeeds}. */
  public record V2XChargingParametersType(
      Optional<BigDecimal> minChargePower,
      Optional<BigDecimal> minChargePower_L2,
      Optional<BigDecimal> minChargePower_L3,
      Optional<BigDecimal> maxChargePower,
      Optional<BigDecimal> maxChargePower_L2,
      Optional<BigDecimal> maxChargePower_L3,
      Optional<BigDecimal> minDischargePower,
      Optional<BigDecimal> minDischargePower_L2,
      Optional<BigDecimal> minDischargePower_L3,
      Optional<BigDecimal> maxDischargePower,
      Optional<BigDecimal> maxDischargePower_L2,
      Optional<BigDecimal> maxDischargePower_L3,
      Optional<BigDecimal> minChargeCurrent,
      Optional<BigDecimal> maxChargeCurrent,
      Optional<BigDecimal> minDischargeCurrent,
      Optional<BigDecimal> maxDischargeCurrent,
      Optional<BigDecimal> minVoltage,
      Optional<BigDecimal> maxVoltage,
      Optional<BigDecimal> evTargetEnergyRequest,
      Optional<BigDecimal> evMinEnergyRequest,
      Optional<BigDecimal> evMaxEnergyRequest,
      Optional<BigDecimal> evMinV2XEnergyRequest,
      Optional<BigDecimal> evMaxV2XEnergyRequest,
      @Range(min = 0, max = 100) Optional<Integer> targetSoC) {}

  /**
   * What a bidirectional vehicle offers to feed back, from a moment on; power in W.
   *
   * @param evAbsolutePriceSchedule what it wants for that
   */
  public record EVEnergyOfferType(
      Optional<ObjectNode> evAbsolutePriceSchedule, EVPowerScheduleType evPowerSchedule) {}

  /** Part of {@link NotifyEVChargingNeeds}. */
  public record EVPowerScheduleType(
      @Items(min = 1, max = 1024) List<EVPowerScheduleEntryType> evPowerScheduleEntries,
      Instant timeAnchor) {}

  /** Part of {@link NotifyEVChargingNeeds}; duration in seconds. */
  public record EVPowerScheduleEntryType(int duration, BigDecimal power) {}

  /** Whether the vehicle plans its power or follows ours (ISO 15118-20). */
  public enum ControlMode {
    ScheduledControl,
    DynamicControl
  }

  /** Whether only the vehicle or also the station may change the need (ISO 15118-20). */
  public enum MobilityNeedsMode {
    EVCC,
    EVCC_SECC
  }

  /** In {@link NotifyEVChargingNeeds}. */
  public enum NotifyEVChargingNeedsStatus {
    Accepted,
    Rejected,
    Processing,
    NoChargingProfile
  }
}
