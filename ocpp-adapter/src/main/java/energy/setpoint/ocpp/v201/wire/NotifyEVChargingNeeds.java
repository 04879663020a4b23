package energy.setpoint.ocpp.v201.wire;

import energy.setpoint.ocpp.payload.Range;
import java.time.Instant;
import java.util.Optional;

/** What a vehicle asked for over ISO 15118. */
public record NotifyEVChargingNeeds(
    ChargingNeedsType chargingNeeds,
    @Range(min = 1) int evseId,
    Optional<Integer> maxScheduleTuples) {

  /** The answer. */
  public record Response(NotifyEVChargingNeedsStatus status, Optional<StatusInfoType> statusInfo) {}

  /** Part of {@link NotifyEVChargingNeeds}. */
  public record ChargingNeedsType(
      EnergyTransferMode requestedEnergyTransfer,
      Optional<ACChargingParametersType> acChargingParameters,
      Optional<DCChargingParametersType> dcChargingParameters,
      Optional<Instant> departureTime) {}

  /** Part of {@link NotifyEVChargingNeeds}. */
  public record ACChargingParametersType(
      int energyAmount, int evMinCurrent, int evMaxCurrent, int evMaxVoltage) {}

  /** Part of {@link NotifyEVChargingNeeds}. */
  public record DCChargingParametersType(
      int evMaxCurrent,
      int evMaxVoltage,
      Optional<Integer> energyAmount,
      Optional<Integer> evMaxPower,
      @Range(min = 0, max = 100) Optional<Integer> stateOfCharge,
      Optional<Integer> evEnergyCapacity,
      @Range(min = 0, max = 100) Optional<Integer> fullSoC,
      @Range(min = 0, max = 100) Optional<Integer> bulkSoC) {}

  /** How energy gets into or out of a vehicle. */
  public enum EnergyTransferMode {
    DC,
    AC_single_phase,
    AC_two_phase,
    AC_three_phase
  }

  /** In {@link NotifyEVChargingNeeds}. */
  public enum NotifyEVChargingNeedsStatus {
    Accepted,
    Rejected,
    Processing
  }
}
