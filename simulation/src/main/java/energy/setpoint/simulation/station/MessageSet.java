package energy.setpoint.simulation.station;

import energy.setpoint.simulation.profile.ProfileRules;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a station says and understands in one version of OCPP. Stateless. */
public interface MessageSet {

  String subprotocol();

  ProfileRules profileRules();

  Call boot(StationCard card, boolean afterReset);

  /** Whether the version lets an AC station learn the charge of a vehicle that speaks ISO 15118. */
  boolean tellsSoc();

  /** The word that the version has for a state; it is sent only when the word changes. */
  String word(ConnectorState state);

  Call status(int evse, ConnectorState state, Instant at);

  Call authorize(String token);

  /** Whether an answer to authorize or to the start of a transaction accepts the token. */
  boolean acceptsToken(JsonNode answer);

  /** The id of a new transaction where the station chooses it. */
  Optional<String> newTransactionId(String station, int evse, Instant start);

  /** The id in the answer to the start of a transaction, where the server chooses it. */
  Optional<String> findTransactionId(JsonNode answer);

  TransactionMessage started(Transaction tx, MeterSample sample, boolean offline);

  /** Empty where the version says it with the connector's status alone. */
  Optional<TransactionMessage> stateChanged(
      Transaction tx, ConnectorState state, MeterSample sample, boolean offline);

  TransactionMessage clockMeter(
      Transaction tx, ConnectorState state, MeterSample sample, boolean offline);

  TransactionMessage ended(Transaction tx, MeterSample sample, EndReason reason, boolean offline);

  Call idleMeter(int evse, MeterSample sample);

  /** Empty where the version has no message for it. */
  Optional<Call> needs(VehicleNeeds needs, Instant now);

  /**
   * Carries out a call of the engine.
   *
   * @throws CallRefused with the error to answer
   */
  ObjectNode answer(String action, JsonNode payload, StationControls station) throws CallRefused;
}
