package energy.setpoint.simulation.station.v21;

import energy.setpoint.simulation.profile.ChargingProfile;
import energy.setpoint.simulation.profile.OperationMode;
import energy.setpoint.simulation.profile.ProfileRules;
import energy.setpoint.simulation.station.MessageSet;
import energy.setpoint.simulation.station.StationControls;
import energy.setpoint.simulation.station.line.Call;
import energy.setpoint.simulation.station.line.CallRefused;
import energy.setpoint.simulation.station.line.TransactionMessage;
import energy.setpoint.simulation.station.state.BootReason;
import energy.setpoint.simulation.station.state.ConnectorState;
import energy.setpoint.simulation.station.state.EndReason;
import energy.setpoint.simulation.station.state.EvSchedule;
import energy.setpoint.simulation.station.state.MeterSample;
import energy.setpoint.simulation.station.state.StationCard;
import energy.setpoint.simulation.station.state.Transaction;
import energy.setpoint.simulation.station.state.VehicleNeeds;
import energy.setpoint.simulation.station.v21.cost.CostEvents;
import energy.setpoint.simulation.station.v21.cost.Costs;
import energy.setpoint.simulation.station.v21.der.DerLife;
import energy.setpoint.simulation.station.v2x.Stations;
import energy.setpoint.simulation.station.v2x.TransactionEvents;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** OCPP 2.1 edition 1. */
public final class Messages21 implements MessageSet {

  private final ProfileRules rules;

  /** A station that can what {@link ProfileRules#OCPP_21} says. */
  public Messages21() {
    this(ProfileRules.OCPP_21);
  }

  /** A station that makes of profiles what it likes. */
  public Messages21(ProfileRules rules) {
    this.rules = rules;
  }

  @Override
  public String subprotocol() {
    return "ocpp2.1";
  }

  @Override
  public ProfileRules profileRules() {
    return rules;
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
    Call event = TransactionEvents.stateChanged(tx, state, sample, offline);
    Call call = CostEvents.withTariff(event, tx);
    return Optional.of(() -> call);
  }

  @Override
  public TransactionMessage clockMeter(
      Transaction tx, ConnectorState state, MeterSample sample, boolean offline) {
    Call event = TransactionEvents.clockMeter(tx, state, sample, offline);
    Call call = CostEvents.withTariff(event, tx);
    return () -> call;
  }

  @Override
  public TransactionMessage ended(
      Transaction tx, MeterSample sample, EndReason reason, boolean offline) {
    Call event = TransactionEvents.ended(tx, sample, reason, offline);
    Call call = CostEvents.withCosts(CostEvents.withTariff(event, tx), tx, true);
    return () -> call;
  }

  @Override
  public Call idleMeter(int evse, MeterSample sample) {
    return TransactionEvents.meterValues(evse, sample);
  }

  @Override
  public Optional<Call> needs(VehicleNeeds needs, Instant now) {
    return Optional.of(Needs21.call(needs, now));
  }

  @Override
  public Optional<Call> evSchedule(EvSchedule told) {
    ObjectNode payload = Stations.evSchedule(told);
    told.selected().ifPresent(id -> payload.put("selectedChargingScheduleId", id));
    return Optional.of(new Call("NotifyEVChargingSchedule", payload));
  }

  @Override
  public boolean knowsDynamicControl() {
    return true;
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
  public boolean refusesTransfer(JsonNode answer) {
    return answer.path("status").asString("").equals("Rejected");
  }

  @Override
  public Optional<Call> limited(ChargingProfile external) {
    return Optional.of(Events21.limited(external));
  }

  @Override
  public Optional<Call> priority(String transactionId, boolean on) {
    return Optional.of(Events21.priority(transactionId, on));
  }

  @Override
  public Optional<TransactionMessage> modeChanged(
      Transaction tx, ConnectorState state, OperationMode mode, Instant at, boolean offline) {
    Call call = Events21.modeChanged(tx, state, mode, at, offline);
    return Optional.of(() -> call);
  }

  @Override
  public void live(StationControls station) {
    DynamicAnswers.pull(station);
    DerLife.advance(station);
    Costs.advance(station);
  }

  @Override
  public ObjectNode answer(String action, JsonNode payload, StationControls station)
      throws CallRefused {
    return Answers21.ALL.answer(action, payload, station);
  }
}
