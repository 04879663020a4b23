package energy.setpoint.simulation.station.v2x;

import energy.setpoint.simulation.station.line.Call;
import energy.setpoint.simulation.station.line.Json;
import energy.setpoint.simulation.station.state.ConnectorState;
import energy.setpoint.simulation.station.state.EndReason;
import energy.setpoint.simulation.station.state.MeterSample;
import energy.setpoint.simulation.station.state.Reading;
import energy.setpoint.simulation.station.state.Transaction;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** TransactionEvent and MeterValues as both 2.x versions have them (part 2, sections E and J). */
public final class TransactionEvents {

  private TransactionEvents() {}

  /** The transaction begins when the driver is authorized (TxStartPoint = Authorized). */
  public static Call started(Transaction tx, MeterSample sample, boolean offline) {
    ObjectNode event = event("Started", "Authorized", tx, sample.at(), offline);
    info(tx, Optional.of("EVConnected"), Optional.empty(), event);
    event.putObject("evse").put("id", tx.evse()).put("connectorId", 1);
    event.set("idToken", idToken(tx.token()));
    tx.reservation().ifPresent(used -> event.put("reservationId", used.id()));
    event.putArray("meterValue").add(meterValue(sample, "Transaction.Begin"));
    return new Call("TransactionEvent", event);
  }

  public static Call stateChanged(
      Transaction tx, ConnectorState state, MeterSample sample, boolean offline) {
    ObjectNode event = event("Updated", "ChargingStateChanged", tx, sample.at(), offline);
    info(tx, chargingState(state), Optional.empty(), event);
    return new Call("TransactionEvent", event);
  }

  /** An update for a reason of its own, such as ChargingRateChanged. */
  public static Call updated(
      Transaction tx, String trigger, Optional<String> state, Instant at, boolean offline) {
    ObjectNode event = event("Updated", trigger, tx, at, offline);
    info(tx, state, Optional.empty(), event);
    return new Call("TransactionEvent", event);
  }

  public static Call clockMeter(
      Transaction tx, ConnectorState state, MeterSample sample, boolean offline) {
    ObjectNode event = event("Updated", "MeterValueClock", tx, sample.at(), offline);
    info(tx, chargingState(state), Optional.empty(), event);
    event.putArray("meterValue").add(meterValue(sample, "Sample.Clock"));
    return new Call("TransactionEvent", event);
  }

  public static Call ended(Transaction tx, MeterSample sample, EndReason reason, boolean offline) {
    ObjectNode event = event("Ended", trigger(reason), tx, sample.at(), offline);
    info(tx, Optional.empty(), Optional.of(stoppedReason(reason)), event);
    event.putArray("meterValue").add(meterValue(sample, "Transaction.End"));
    return new Call("TransactionEvent", event);
  }

  public static Call meterValues(int evse, MeterSample sample) {
    ObjectNode payload = Json.object().put("evseId", evse);
    payload.putArray("meterValue").add(meterValue(sample, "Sample.Clock"));
    return new Call("MeterValues", payload);
  }

  public static Call authorize(String token) {
    ObjectNode payload = Json.object();
    payload.set("idToken", idToken(token));
    return new Call("Authorize", payload);
  }

  private static ObjectNode idToken(String token) {
    return Json.object().put("idToken", token).put("type", "ISO14443");
  }

  private static ObjectNode event(
      String type, String trigger, Transaction tx, Instant at, boolean offline) {
    ObjectNode event =
        Json.object()
            .put("eventType", type)
            .put("timestamp", at.toString())
            .put("triggerReason", trigger)
            .put("seqNo", tx.nextSequenceNumber());
    if (offline) {
      event.put("offline", true);
    }
    return event;
  }

  private static void info(
      Transaction tx, Optional<String> state, Optional<String> stopped, ObjectNode event) {
    ObjectNode info = event.putObject("transactionInfo");
    info.put("transactionId", tx.id().orElse(""));
    state.ifPresent(word -> info.put("chargingState", word));
    stopped.ifPresent(word -> info.put("stoppedReason", word));
  }

  private static ObjectNode meterValue(MeterSample sample, String context) {
    ArrayNode sampled = Json.array();
    for (Reading reading : sample.readings()) {
      ObjectNode value =
          Json.object()
              .put("value", Math.round(reading.value() * 1000) / 1000.0)
              .put("context", context)
              .put("measurand", reading.measurand());
      reading.phase().ifPresent(phase -> value.put("phase", phase));
      value.putObject("unitOfMeasure").put("unit", reading.unit());
      sampled.add(value);
    }
    ObjectNode meterValue = Json.object().put("timestamp", sample.at().toString());
    meterValue.set("sampledValue", sampled);
    return meterValue;
  }

  public static Optional<String> chargingState(ConnectorState state) {
    return switch (state) {
      case CHARGING -> Optional.of("Charging");
      case SUSPENDED_EV -> Optional.of("SuspendedEV");
      case SUSPENDED_EVSE -> Optional.of("SuspendedEVSE");
      case PREPARING, FINISHING -> Optional.of("EVConnected");
      case AVAILABLE, RESERVED, UNAVAILABLE -> Optional.empty();
    };
  }

  private static String trigger(EndReason reason) {
    return switch (reason) {
      case EV_DISCONNECTED -> "EVDeparted";
      case REMOTE -> "RemoteStop";
      case DEAUTHORIZED -> "Deauthorized";
      case POWER_LOSS -> "AbnormalCondition";
      case REBOOT -> "ResetCommand";
      case TRANSFER_REJECTED -> "AbnormalCondition";
    };
  }

  private static String stoppedReason(EndReason reason) {
    return switch (reason) {
      case EV_DISCONNECTED -> "EVDisconnected";
      case REMOTE -> "Remote";
      case DEAUTHORIZED -> "DeAuthorized";
      case POWER_LOSS -> "PowerLoss";
      case REBOOT -> "ImmediateReset";
      case TRANSFER_REJECTED -> "ReqEnergyTransferRejected";
    };
  }
}
