package energy.setpoint.simulation.station.v16;

import energy.setpoint.simulation.profile.ProfileRules;
import energy.setpoint.simulation.station.Answers;
import energy.setpoint.simulation.station.MessageSet;
import energy.setpoint.simulation.station.StationControls;
import energy.setpoint.simulation.station.line.Call;
import energy.setpoint.simulation.station.line.CallRefused;
import energy.setpoint.simulation.station.line.Json;
import energy.setpoint.simulation.station.line.TransactionMessage;
import energy.setpoint.simulation.station.state.BootReason;
import energy.setpoint.simulation.station.state.ConnectorState;
import energy.setpoint.simulation.station.state.EndReason;
import energy.setpoint.simulation.station.state.MeterSample;
import energy.setpoint.simulation.station.state.StationCard;
import energy.setpoint.simulation.station.state.Transaction;
import energy.setpoint.simulation.station.state.VehicleNeeds;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** OCPP 1.6 edition 2, core, smart charging and remote trigger profiles. */
public final class Messages16 implements MessageSet {

  private static final Answers ANSWERS =
      Answers.of(
          List.of(
              ProfileAnswers16.all(),
              OperationAnswers16.all(),
              Configuration16.all(),
              UpkeepAnswers16.all(),
              JobAnswers16.all()),
          Set.of());

  @Override
  public String subprotocol() {
    return "ocpp1.6";
  }

  @Override
  public ProfileRules profileRules() {
    return ProfileRules.OCPP_16;
  }

  @Override
  public boolean tellsSoc() {
    return false;
  }

  @Override
  public Call boot(StationCard card, BootReason why) {
    return new Call(
        "BootNotification",
        Json.object()
            .put("chargePointVendor", card.vendor())
            .put("chargePointModel", card.model())
            .put("chargePointSerialNumber", card.serial())
            .put("firmwareVersion", card.firmware()));
  }

  @Override
  public String word(ConnectorState state) {
    return switch (state) {
      case AVAILABLE -> "Available";
      case PREPARING -> "Preparing";
      case CHARGING -> "Charging";
      case SUSPENDED_EV -> "SuspendedEV";
      case SUSPENDED_EVSE -> "SuspendedEVSE";
      case FINISHING -> "Finishing";
      case RESERVED -> "Reserved";
      case UNAVAILABLE -> "Unavailable";
    };
  }

  @Override
  public Call status(int evse, ConnectorState state, Instant at) {
    return new Call(
        "StatusNotification",
        Json.object()
            .put("connectorId", evse)
            .put("errorCode", "NoError")
            .put("status", word(state))
            .put("timestamp", at.toString()));
  }

  @Override
  public Call authorize(String token) {
    return new Call("Authorize", Json.object().put("idTag", token));
  }

  @Override
  public boolean acceptsToken(JsonNode answer) {
    return answer.path("idTagInfo").path("status").asString("").equals("Accepted");
  }

  @Override
  public Optional<String> newTransactionId(String station, int evse, Instant start) {
    return Optional.empty();
  }

  @Override
  public Optional<String> findTransactionId(JsonNode answer) {
    JsonNode id = answer.path("transactionId");
    return id.isIntegralNumber() ? Optional.of(Integer.toString(id.intValue())) : Optional.empty();
  }

  @Override
  public TransactionMessage started(Transaction tx, MeterSample sample, boolean offline) {
    ObjectNode payload =
        Json.object()
            .put("connectorId", tx.evse())
            .put("idTag", tx.token())
            .put("meterStart", sample.importedWattHours())
            .put("timestamp", tx.start().toString());
    tx.reservation().ifPresent(used -> payload.put("reservationId", used.id()));
    return () -> new Call("StartTransaction", payload);
  }

  @Override
  public Optional<TransactionMessage> stateChanged(
      Transaction tx, ConnectorState state, MeterSample sample, boolean offline) {
    return Optional.empty();
  }

  @Override
  public TransactionMessage clockMeter(
      Transaction tx, ConnectorState state, MeterSample sample, boolean offline) {
    return () -> {
      Call call = idleMeter(tx.evse(), sample);
      transactionNumber(tx).ifPresent(id -> call.payload().put("transactionId", id));
      return call;
    };
  }

  @Override
  public TransactionMessage ended(
      Transaction tx, MeterSample sample, EndReason reason, boolean offline) {
    // Built when it is sent: the answer to StartTransaction, which came first, has the id. Without
    // one the errata sheet has the station send -1.
    return () ->
        new Call(
            "StopTransaction",
            Json.object()
                .put("transactionId", transactionNumber(tx).orElse(-1))
                .put("idTag", tx.token())
                .put("meterStop", sample.importedWattHours())
                .put("timestamp", sample.at().toString())
                .put("reason", word(reason)));
  }

  @Override
  public Call idleMeter(int evse, MeterSample sample) {
    return Meter16.call(evse, sample);
  }

  @Override
  public Optional<Call> needs(VehicleNeeds needs, Instant now) {
    return Optional.empty();
  }

  @Override
  public ObjectNode answer(String action, JsonNode payload, StationControls station)
      throws CallRefused {
    return ANSWERS.answer(action, payload, station);
  }

  private static Optional<Integer> transactionNumber(Transaction tx) {
    return tx.id().map(Integer::valueOf);
  }

  private static String word(EndReason reason) {
    return switch (reason) {
      case EV_DISCONNECTED -> "EVDisconnected";
      case REMOTE -> "Remote";
      case DEAUTHORIZED -> "DeAuthorized";
      case POWER_LOSS -> "PowerLoss";
      case REBOOT -> "SoftReset";
      case TRANSFER_REJECTED -> "Other";
    };
  }
}
