package energy.setpoint.simulation.station.v201;

import energy.setpoint.simulation.profile.ProfileRules;
import energy.setpoint.simulation.station.Call;
import energy.setpoint.simulation.station.CallRefused;
import energy.setpoint.simulation.station.ConnectorState;
import energy.setpoint.simulation.station.EndReason;
import energy.setpoint.simulation.station.MessageSet;
import energy.setpoint.simulation.station.MeterSample;
import energy.setpoint.simulation.station.StationCard;
import energy.setpoint.simulation.station.StationControls;
import energy.setpoint.simulation.station.Transaction;
import energy.setpoint.simulation.station.TransactionMessage;
import energy.setpoint.simulation.station.VehicleNeeds;
import energy.setpoint.simulation.station.v2x.Requests;
import energy.setpoint.simulation.station.v2x.Stations;
import energy.setpoint.simulation.station.v2x.TransactionEvents;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** OCPP 2.0.1 edition 3. */
public final class Messages201 implements MessageSet {

  private static final Set<String> KNOWN_ONLY =
      Set.of(
          "CancelReservation",
          "CertificateSigned",
          "ChangeAvailability",
          "ClearCache",
          "ClearDisplayMessage",
          "ClearVariableMonitoring",
          "CostUpdated",
          "CustomerInformation",
          "DeleteCertificate",
          "GetBaseReport",
          "GetChargingProfiles",
          "GetDisplayMessages",
          "GetInstalledCertificateIds",
          "GetLocalListVersion",
          "GetLog",
          "GetMonitoringReport",
          "GetReport",
          "GetTransactionStatus",
          "InstallCertificate",
          "PublishFirmware",
          "ReserveNow",
          "SendLocalList",
          "SetDisplayMessage",
          "SetMonitoringBase",
          "SetMonitoringLevel",
          "SetNetworkProfile",
          "SetVariableMonitoring",
          "UnlockConnector",
          "UnpublishFirmware",
          "UpdateFirmware");

  private final Requests requests = new Requests(KNOWN_ONLY);

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
  public Call boot(StationCard card, boolean afterReset) {
    return Stations.boot(card, afterReset);
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
  public ObjectNode answer(String action, JsonNode payload, StationControls station)
      throws CallRefused {
    return requests.answer(action, payload, station);
  }
}
