package energy.setpoint.simulation.station;

import energy.setpoint.simulation.physics.SimulatedEvse;
import energy.setpoint.simulation.profile.OperationMode;
import energy.setpoint.simulation.profile.RunningTransaction;
import energy.setpoint.simulation.station.state.ConnectorState;
import energy.setpoint.simulation.station.state.MeterSample;
import energy.setpoint.simulation.station.state.Reservation;
import energy.setpoint.simulation.station.state.Transaction;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;

/** The transaction at an EVSE, if there is one, and how it charges. Not thread-safe. */
final class ChargingSession {

  private final String station;
  private final SimulatedEvse physics;
  private final MessageSet messages;
  private final EvseVoice voice;
  private Optional<Transaction> transaction = Optional.empty();
  private OperationMode mode = OperationMode.CHARGING_ONLY;
  private boolean hasPriority;

  ChargingSession(String station, SimulatedEvse physics, MessageSet messages, EvseVoice voice) {
    this.station = station;
    this.physics = physics;
    this.messages = messages;
    this.voice = voice;
  }

  Optional<Transaction> transaction() {
    return transaction;
  }

  boolean runs(String transactionId) {
    return transaction.flatMap(Transaction::id).filter(transactionId::equals).isPresent();
  }

  /**
   * Begins a transaction.
   *
   * @param used the reservation that it uses up
   * @param refused runs when the engine does not accept its token after all
   */
  Transaction begin(
      String token, Optional<Reservation> used, MeterSample sample, Instant now, Runnable refused) {
    int evse = physics.evse().ref().number();
    Transaction tx =
        new Transaction(evse, token, used, now, messages.newTransactionId(station, evse, now));
    transaction = Optional.of(tx);
    mode = OperationMode.CHARGING_ONLY;
    hasPriority = false;
    voice.started(tx, sample, answer -> started(tx, answer, refused));
    return tx;
  }

  void end() {
    transaction = Optional.empty();
    hasPriority = false;
  }

  void prioritize(boolean on) {
    if (on != hasPriority) {
      hasPriority = on;
      transaction.flatMap(Transaction::id).ifPresent(id -> voice.priority(id, on));
    }
  }

  /** Says when another operation mode begins (K01.FR.110). */
  void chargesIn(OperationMode current, ConnectorState state, Instant now) {
    if (mode != current) {
      mode = current;
      transaction.ifPresent(tx -> voice.modeChanged(tx, state, mode, now));
    }
  }

  /** As the profiles see it. */
  Optional<RunningTransaction> running() {
    return transaction.map(tx ->
        new RunningTransaction(
            tx.evse(),
            tx.id(),
            tx.start(),
            physics.phasesInUse(),
            physics.vehicle().map(vehicle -> !vehicle.isFull()).orElse(false),
            physics
                .vehicle()
                .map(vehicle -> OptionalDouble.of(vehicle.soc().percent()))
                .orElse(OptionalDouble.empty()),
            hasPriority));
  }

  private void started(Transaction tx, JsonNode answer, Runnable refused) {
    messages.findTransactionId(answer).ifPresent(tx::assign);
    if (!messages.acceptsToken(answer) && transaction.filter(tx::equals).isPresent()) {
      refused.run();
    }
  }
}
