package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.Items;
import energy.setpoint.ocpp.payload.Length;
import energy.setpoint.ocpp.payload.OneOf;
import energy.setpoint.ocpp.payload.Range;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** A transaction started, went on or ended. */
public record TransactionEvent(
    EventType eventType,
    Instant timestamp,
    @OneOf({
          "AbnormalCondition",
          "Authorized",
          "CablePluggedIn",
          "ChargingRateChanged",
          "ChargingStateChanged",
          "CostLimitReached",
          "Deauthorized",
          "EnergyLimitReached",
          "EVCommunicationLost",
          "EVConnectTimeout",
          "EVDeparted",
          "EVDetected",
          "LimitSet",
          "MeterValueClock",
          "MeterValuePeriodic",
          "OperationModeChanged",
          "RemoteStart",
          "RemoteStop",
          "ResetCommand",
          "RunningCost",
          "SignedDataReceived",
          "SoCLimitReached",
          "StopAuthorized",
          "TariffChanged",
          "TariffNotAccepted",
          "TimeLimitReached",
          "Trigger",
          "TxResumed",
          "UnlockCommand"
        })
        String triggerReason,
    @Range(min = 0) int seqNo,
    TransactionType transactionInfo,
    Optional<ObjectNode> costDetails,
    @Items(min = 1) Optional<List<MeterValueType>> meterValue,
    Optional<Boolean> offline,
    @Range(min = 0, max = 3) Optional<Integer> numberOfPhasesUsed,
    Optional<Integer> cableMaxCurrent,
    @Range(min = 0) Optional<Integer> reservationId,
    @OneOf({"Unknown", "Ready", "NotReady", "Preconditioning"})
        Optional<String> preconditioningStatus,
    Optional<Boolean> evseSleep,
    Optional<EVSEType> evse,
    Optional<IdTokenType> idToken) {

  /** The answer. */
  public record Response(
      Optional<BigDecimal> totalCost,
      Optional<Integer> chargingPriority,
      Optional<IdTokenInfoType> idTokenInfo,
      Optional<ObjectNode> transactionLimit,
      Optional<ObjectNode> updatedPersonalMessage,
      @Items(min = 1, max = 4) Optional<List<ObjectNode>> updatedPersonalMessageExtra) {}

  /** Part of {@link TransactionEvent}. */
  public record TransactionType(
      @Length(36) String transactionId,
      @OneOf({"EVConnected", "Charging", "SuspendedEV", "SuspendedEVSE", "Idle"})
          Optional<String> chargingState,
      Optional<Integer> timeSpentCharging,
      @OneOf({
            "DeAuthorized",
            "EmergencyStop",
            "EnergyLimitReached",
            "EVDisconnected",
            "GroundFault",
            "ImmediateReset",
            "MasterPass",
            "Local",
            "LocalOutOfCredit",
            "Other",
            "OvercurrentFault",
            "PowerLoss",
            "PowerQuality",
            "Reboot",
            "Remote",
            "SOCLimitReached",
            "StoppedByEV",
            "TimeLimitReached",
            "Timeout",
            "ReqEnergyTransferRejected"
          })
          Optional<String> stoppedReason,
      Optional<Integer> remoteStartId,
      Optional<OperationMode> operationMode,
      @Length(60) Optional<String> tariffId,
      Optional<ObjectNode> transactionLimit) {}

  /** In {@link TransactionEvent}. */
  public enum EventType {
    Ended,
    Started,
    Updated
  }
}
