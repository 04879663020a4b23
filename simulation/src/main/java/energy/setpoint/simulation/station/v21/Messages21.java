package energy.setpoint.simulation.station.v21;

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

/** OCPP 2.1 edition 1. */
public final class Messages21 implements MessageSet {

  private static final Set<String> KNOWN_ONLY =
      Set.of(
          "AFRRSignal",
          "AdjustPeriodicEventStream",
          "CancelReservation",
          "CertificateSigned",
          "ChangeAvailability",
          "ChangeTransactionTariff",
          "ClearCache",
          "ClearDERControl",
          "ClearDisplayMessage",
          "ClearTariffs",
          "ClearVariableMonitoring",
          "CostUpdated",
          "CustomerInformation",
          "DeleteCertificate",
          "GetBaseReport",
          "GetChargingProfiles",
          "GetDERControl",
          "GetDisplayMessages",
          "GetInstalledCertificateIds",
          "GetLocalListVersion",
          "GetLog",
          "GetMonitoringReport",
          "GetPeriodicEventStream",
          "GetReport",
          "GetTariffs",
          "GetTransactionStatus",
          "InstallCertificate",
          "NotifyAllowedEnergyTransfer",
          "NotifyWebPaymentStarted",
          "PublishFirmware",
          "RequestBatterySwap",
          "ReserveNow",
          "SendLocalList",
          "SetDERControl",
          "SetDefaultTariff",
          "SetDisplayMessage",
          "SetMonitoringBase",
          "SetMonitoringLevel",
          "SetNetworkProfile",
          "SetVariableMonitoring",
          "UnlockConnector",
          "UnpublishFirmware",
          "UpdateDynamicSchedule",
          "UpdateFirmware",
          "UsePriorityCharging");

  private final Requests requests = new Requests(KNOWN_ONLY);

  @Override
  public String subprotocol() {
    return "ocpp2.1";
  }

  @Override
  public ProfileRules profileRules() {
    return ProfileRules.OCPP_21;
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
    return Optional.of(Needs21.call(needs, now));
  }

  @Override
  public ObjectNode answer(String action, JsonNode payload, StationControls station)
      throws CallRefused {
    return requests.answer(action, payload, station);
  }
}
