package energy.setpoint.ocpp.v201.wire;

import energy.setpoint.ocpp.payload.Items;
import energy.setpoint.ocpp.payload.Length;
import energy.setpoint.ocpp.payload.OneOf;
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
          "Authorized",
          "CablePluggedIn",
          "ChargingRateChanged",
          "ChargingStateChanged",
          "Deauthorized",
          "EnergyLimitReached",
          "EVCommunicationLost",
          "EVConnectTimeout",
          "MeterValueClock",
          "MeterValuePeriodic",
          "TimeLimitReached",
          "Trigger",
          "UnlockCommand",
          "StopAuthorized",
          "EVDeparted",
          "EVDetected",
          "RemoteStop",
          "RemoteStart",
          "AbnormalCondition",
          "SignedDataReceived",
          "ResetCommand"
        })
        String triggerReason,
    int seqNo,
    TransactionType transactionInfo,
    @Items(min = 1) Optional<List<MeterValueType>> meterValue,
    Optional<Boolean> offline,
    Optional<Integer> numberOfPhasesUsed,
    Optional<Integer> cableMaxCurrent,
    Optional<Integer> reservationId,
    Optional<EVSEType> evse,
    Optional<IdTokenType> idToken) {

  /** The answer. */
  public record Response(
      Optional<BigDecimal> totalCost,
      Optional<Integer> chargingPriority,
      Optional<IdTokenInfoType> idTokenInfo,
      Optional<ObjectNode> updatedPersonalMessage) {}

  /** Part of {@link TransactionEvent}. */
  public record TransactionType(
      @Length(36) String transactionId,
      @OneOf({"Charging", "EVConnected", "SuspendedEV", "SuspendedEVSE", "Idle"})
          Optional<String> chargingState,
      Optional<Integer> timeSpentCharging,
      @OneOf({
            "DeAuthorized",
            "EmergencyStop",
            "EnergyLimitReached",
            "EVDisconnected",
            "GroundFault",
            "ImmediateReset",
            "Local",
            "LocalOutOfCredit",
            "MasterPass",
            "Other",
            "OvercurrentFault",
            "PowerLoss",
            "PowerQuality",
            "Reboot",
            "Remote",
            "SOCLimitReached",
            "StoppedByEV",
            "TimeLimitReached",
            "Timeout"
          })
          Optional<String> stoppedReason,
      Optional<Integer> remoteStartId) {}

  /** In {@link TransactionEvent}. */
  public enum EventType {
    Ended,
    Started,
    Updated
  }
}
