package energy.setpoint.simulation.station.v201;

import energy.setpoint.simulation.profile.ChargingProfile;
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
import energy.setpoint.simulation.station.state.EvSchedule;
import energy.setpoint.simulation.station.state.MeterSample;
import energy.setpoint.simulation.station.state.StationCard;
import energy.setpoint.simulation.station.state.Transaction;
import energy.setpoint.simulation.station.state.VehicleNeeds;
import energy.setpoint.simulation.station.v2x.CertificateAnswers;
import energy.setpoint.simulation.station.v2x.JobAnswers;
import energy.setpoint.simulation.station.v2x.OperationAnswers;
import energy.setpoint.simulation.station.v2x.ReservationAnswers;
import energy.setpoint.simulation.station.v2x.ShelfAnswers;
import energy.setpoint.simulation.station.v2x.Stations;
import energy.setpoint.simulation.station.v2x.TransactionEvents;
import energy.setpoint.simulation.station.v2x.device.VariableAnswers;
import energy.setpoint.simulation.station.v2x.profile.ProfileAnswers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** OCPP 2.0.1 edition 3. */
public final class Messages201 implements MessageSet {

  private static final Set<String> UNSUPPORTED =
      Set.of(
          "ClearVariableMonitoring",
          "CustomerInformation",
          "GetMonitoringReport",
          "PublishFirmware",
          "SetMonitoringBase",
          "SetMonitoringLevel",
          "SetNetworkProfile",
          "SetVariableMonitoring",
          "UnpublishFirmware");

  private static final Answers ANSWERS =
      Answers.of(
          List.of(
              ProfileAnswers.all(),
              OperationAnswers.all(),
              VariableAnswers.all(station -> List.of()),
              CertificateAnswers.all(),
              JobAnswers.all(),
              ReservationAnswers.all(),
              ShelfAnswers.all()),
          UNSUPPORTED);

  @Override
  public String subprotocol() {
    return "ocpp2.0.1";
  }

  @Override
  public ProfileRules profileRules() {
    return ProfileRules.OCPP_201;
  }

  @Override
  public boolean tellsSoc() {
    return true;
  }

  @Override
  public Call boot(StationCard card, BootReason why) {
    return Stations.boot(card, why);
  }

  @Override
  public String word(ConnectorState state) {
    return Stations.word(state);
  }

  @Override
  public Call status(int evse, ConnectorState state, Instant at) {
    return Stations.status(evse, state, at);
  }

  @Override
  public Call authorize(String token) {
    return TransactionEvents.authorize(token);
  }

  @Override
  public boolean acceptsToken(JsonNode answer) {
    return Stations.acceptsToken(answer);
  }

  @Override
  public Optional<String> newTransactionId(String station, int evse, Instant start) {
    return Optional.of(Stations.transactionId(station, evse, start));
  }

  @Override
  public Optional<String> findTransactionId(JsonNode answer) {
    return Optional.empty();
  }

  @Override
  public TransactionMessage started(Transaction tx, MeterSample sample, boolean offline) {
    Call call = TransactionEvents.started(tx, sample, offline);
    return () -> call;
  }

  @Override
  public Optional<TransactionMessage> stateChanged(
      Transaction tx, ConnectorState state, MeterSample sample, boolean offline) {
    Call call = TransactionEvents.stateChanged(tx, state, sample, offline);
    return Optional.of(() -> call);
  }

  @Override
  public TransactionMessage clockMeter(
      Transaction tx, ConnectorState state, MeterSample sample, boolean offline) {
    Call call = TransactionEvents.clockMeter(tx, state, sample, offline);
    return () -> call;
  }

  @Override
  public TransactionMessage ended(
      Transaction tx, MeterSample sample, EndReason reason, boolean offline) {
    Call call = TransactionEvents.ended(tx, sample, reason, offline);
    return () -> call;
  }

  @Override
  public Call idleMeter(int evse, MeterSample sample) {
    return TransactionEvents.meterValues(evse, sample);
  }

  @Override
  public Optional<Call> needs(VehicleNeeds needs, Instant now) {
    return Optional.of(Needs201.call(needs));
  }

  @Override
  public Optional<Call> evSchedule(EvSchedule told) {
    return Optional.of(new Call("NotifyEVChargingSchedule", Stations.evSchedule(told)));
  }

  @Override
  public Optional<Call> reservationEnded(int id, boolean expired) {
    return Optional.of(Stations.reservationEnded(id, expired));
  }

  @Override
  public Optional<Call> unlimited(int evse) {
    return Optional.of(Stations.unlimited(evse));
  }

  @Override
  public Optional<TransactionMessage> rateChanged(
      Transaction tx, ConnectorState state, Instant at, boolean offline) {
    Optional<String> word = TransactionEvents.chargingState(state);
    Call call = TransactionEvents.updated(tx, "ChargingRateChanged", word, at, offline);
    return Optional.of(() -> call);
  }

  @Override
  public Optional<Call> limited(ChargingProfile external) {
    ObjectNode limit = Json.object().put("chargingLimitSource", "EMS").put("isGridCritical", false);
    return Optional.of(Stations.limited(external, limit));
  }

  @Override
  public ObjectNode answer(String action, JsonNode payload, StationControls station)
      throws CallRefused {
    return ANSWERS.answer(action, payload, station);
  }
}
