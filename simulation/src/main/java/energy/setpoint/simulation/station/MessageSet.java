package energy.setpoint.simulation.station;

import energy.setpoint.simulation.profile.ChargingProfile;
import energy.setpoint.simulation.profile.OperationMode;
import energy.setpoint.simulation.profile.ProfileRules;
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
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a station says and understands in one version of OCPP. Stateless. */
public interface MessageSet {

  String subprotocol();

  ProfileRules profileRules();

  Call boot(StationCard card, BootReason why);

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

  /** Whether the answer to needs says that the transfer asked for is not wanted (K18.FR.22). */
  default boolean refusesTransfer(JsonNode answer) {
    return false;
  }

  /** What a vehicle makes of a profile; empty where the version has no message for it. */
  default Optional<Call> evSchedule(EvSchedule told) {
    return Optional.empty();
  }

  /** Whether stations may command vehicles instead of agreeing on schedules (2.1, K19). */
  default boolean knowsDynamicControl() {
    return false;
  }

  /**
   * Nobody is waited for any more (H04.FR.01, H01.FR.17).
   *
   * @param expired false when the EVSE went out of operation
   */
  default Optional<Call> reservationEnded(int id, boolean expired) {
    return Optional.empty();
  }

  /** Priority charging was switched (2.1, K21.FR.05). */
  default Optional<Call> priority(String transactionId, boolean on) {
    return Optional.empty();
  }

  /** Another operation mode has begun (2.1, K01.FR.110). */
  default Optional<TransactionMessage> modeChanged(
      Transaction tx, ConnectorState state, OperationMode mode, Instant at, boolean offline) {
    return Optional.empty();
  }

  /** A system beside the engine limits the station (K11.FR.02). */
  default Optional<Call> limited(ChargingProfile external) {
    return Optional.empty();
  }

  /** That system has let go (K13.FR.02). */
  default Optional<Call> unlimited(int evse) {
    return Optional.empty();
  }

  /** Another rate is charged because of it (K11.FR.04, K13.FR.03). */
  default Optional<TransactionMessage> rateChanged(
      Transaction tx, ConnectorState state, Instant at, boolean offline) {
    return Optional.empty();
  }

  /** What goes on by itself in this version; called once for every step. */
  default void live(StationControls station) {}

  /**
   * Carries out a call of the engine.
   *
   * @throws CallRefused with the error to answer
   */
  ObjectNode answer(String action, JsonNode payload, StationControls station) throws CallRefused;
}
