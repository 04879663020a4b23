package energy.setpoint.ocpp.v201.wire;

import energy.setpoint.ocpp.payload.Items;
import energy.setpoint.ocpp.payload.Length;
import energy.setpoint.ocpp.payload.OneOf;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A monitored variable had an event. */
public record NotifyEvent(
    Instant generatedAt,
    int seqNo,
    @Items(min = 1) List<EventDataType> eventData,
    Optional<Boolean> tbc) {

  /** Part of {@link NotifyEvent}. */
  public record EventDataType(
      int eventId,
      Instant timestamp,
      @OneOf({"Alerting", "Delta", "Periodic"}) String trigger,
      @Length(2500) String actualValue,
      ComponentType component,
      @OneOf({"HardWiredNotification", "HardWiredMonitor", "PreconfiguredMonitor", "CustomMonitor"})
          String eventNotificationType,
      VariableType variable,
      Optional<Integer> cause,
      @Length(50) Optional<String> techCode,
      @Length(500) Optional<String> techInfo,
      Optional<Boolean> cleared,
      @Length(36) Optional<String> transactionId,
      Optional<Integer> variableMonitoringId) {}
}
