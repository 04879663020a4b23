package energy.setpoint.simulation.station;

import energy.setpoint.simulation.physics.SimulatedEvse;
import energy.setpoint.simulation.profile.OperationMode;
import energy.setpoint.simulation.station.line.Call;
import energy.setpoint.simulation.station.line.Outbox.Keep;
import energy.setpoint.simulation.station.line.Uplink;
import energy.setpoint.simulation.station.state.ConnectorState;
import energy.setpoint.simulation.station.state.EndReason;
import energy.setpoint.simulation.station.state.EvSchedule;
import energy.setpoint.simulation.station.state.MeterSample;
import energy.setpoint.simulation.station.state.Transaction;
import energy.setpoint.simulation.station.state.VehicleNeeds;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** What an EVSE tells the engine about itself. Not thread-safe. */
final class EvseVoice {

  private final SimulatedEvse physics;
  private final MessageSet messages;
  private final Uplink uplink;
  private String lastWord = "";

  EvseVoice(SimulatedEvse physics, MessageSet messages, Uplink uplink) {
    this.physics = physics;
    this.messages = messages;
    this.uplink = uplink;
  }

  /** Says the state when the version has another word for it than for the last one. */
  void status(ConnectorState state, Instant now) {
    if (!messages.word(state).equals(lastWord) && uplink.isOnline()) {
      repeatStatus(state, now);
    }
  }

  void repeatStatus(ConnectorState state, Instant now) {
    lastWord = messages.word(state);
    uplink.send(messages.status(number(), state, now), answer -> {});
  }

  void forget() {
    lastWord = "";
  }

  void started(Transaction tx, MeterSample sample, Consumer<JsonNode> whenAnswered) {
    uplink.deliver(
        messages.started(tx, sample, !uplink.isOnline()),
        Keep.ALWAYS,
        answer -> answer.ifPresent(whenAnswered));
  }

  void stateChanged(Transaction tx, ConnectorState state, MeterSample sample) {
    messages
        .stateChanged(tx, state, sample, !uplink.isOnline())
        .ifPresent(message -> uplink.deliver(message, Keep.ALWAYS, answer -> {}));
  }

  void modeChanged(Transaction tx, ConnectorState state, OperationMode mode, Instant now) {
    messages
        .modeChanged(tx, state, mode, now, !uplink.isOnline())
        .ifPresent(message -> uplink.deliver(message, Keep.ALWAYS, answer -> {}));
  }

  /** Within a transaction in any case, without one only when it is wanted and heard. */
  void clockMeter(
      Optional<Transaction> tx, ConnectorState state, MeterSample sample, boolean evenIdle) {
    if (tx.isPresent()) {
      uplink.deliver(
          messages.clockMeter(tx.get(), state, sample, !uplink.isOnline()),
          Keep.UNLESS_TOO_MANY,
          answer -> {});
    } else if (evenIdle && uplink.isOnline()) {
      uplink.send(messages.idleMeter(number(), sample), answer -> {});
    }
  }

  void ended(Transaction tx, MeterSample sample, EndReason reason) {
    uplink.deliver(
        messages.ended(tx, sample, reason, !uplink.isOnline()), Keep.ALWAYS, answer -> {});
  }

  void priority(String transactionId, boolean on) {
    messages.priority(transactionId, on).ifPresent(call -> uplink.send(call, answer -> {}));
  }

  /** True when the station commands the vehicle rather than agreeing with it. */
  boolean commands(VehicleNeeds needs) {
    return messages.knowsDynamicControl() && needs.isDynamic();
  }

  /** What the vehicle will do (K15.FR.10, K19.FR.10). */
  void schedule(EvSchedule told) {
    messages.evSchedule(told).ifPresent(call -> uplink.send(call, answer -> {}));
  }

  /** True when the needs are on their way. */
  boolean needs(VehicleNeeds needs, Instant now, Consumer<Optional<JsonNode>> whenAnswered) {
    Optional<Call> call = uplink.isOnline() ? messages.needs(needs, now) : Optional.empty();
    call.ifPresent(c -> uplink.send(c, whenAnswered));
    return uplink.isOnline();
  }

  private int number() {
    return physics.evse().ref().number();
  }
}
