package energy.setpoint.simulation.station;

import energy.setpoint.simulation.physics.SimulatedEvse;
import energy.setpoint.simulation.profile.Allowance;
import energy.setpoint.simulation.profile.ChargingProfile;
import energy.setpoint.simulation.profile.OperationMode;
import energy.setpoint.simulation.profile.ProfileStack;
import energy.setpoint.simulation.profile.RunningTransaction;
import energy.setpoint.simulation.station.habit.Obedience;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;

/** One EVSE of a station: who is plugged in, the transaction, and what flows. */
final class EvseUnit {

  private final String station;
  private final SimulatedEvse physics;
  private final MessageSet messages;
  private final ProfileStack profiles;
  private final EvseVoice voice;
  private final CardReader reader;
  private final Needs needs;
  private final Iso15118 iso;
  private final PowerPath power;
  private final Occupancy occupancy = new Occupancy();
  private Optional<Transaction> transaction = Optional.empty();
  private Optional<ChargingProfile> profileToCome = Optional.empty();
  private ConnectorState state = ConnectorState.AVAILABLE;
  private OperationMode mode = OperationMode.CHARGING_ONLY;
  private boolean hasPriority;
  private Instant now;

  EvseUnit(
      String station,
      SimulatedEvse physics,
      MessageSet messages,
      ProfileStack profiles,
      Uplink uplink,
      Iso15118 iso,
      Instant start) {
    this.station = station;
    this.physics = physics;
    this.messages = messages;
    this.profiles = profiles;
    this.power = new PowerPath(physics);
    this.voice = new EvseVoice(physics, messages, uplink);
    this.reader = new CardReader(messages, uplink);
    this.needs = new Needs(physics, messages, voice, iso);
    this.iso = iso;
    this.now = start;
  }

  int number() {
    return physics.evse().ref().number();
  }

  SimulatedEvse physics() {
    return physics;
  }

  ConnectorState state() {
    return state;
  }

  Optional<Transaction> transaction() {
    return transaction;
  }

  boolean runs(String transactionId) {
    return transaction.flatMap(Transaction::id).filter(transactionId::equals).isPresent();
  }

  void plugIn(Arrival arriving) {
    physics.plugIn(arriving.vehicle());
    occupancy.arrive(arriving);
    if (occupancy.admits(arriving.token())) {
      reader.show(arriving.token());
    }
    needs.arise(arriving);
    enter(occupancy.stateWithoutTransaction());
  }

  void unplug() {
    end(EndReason.EV_DISCONNECTED);
    occupancy.leave();
    reader.clear();
    needs.forget();
    physics.unplug();
    enter(occupancy.stateWithoutTransaction());
  }

  boolean awaitsToken() {
    return occupancy.arrival().isPresent() && transaction.isEmpty() && occupancy.isOperative();
  }

  /**
   * A token that the engine sent.
   *
   * @param profile installed when the transaction starts
   */
  void offerToken(String remote, Optional<ChargingProfile> profile) {
    profileToCome = profile;
    reader.show(remote);
  }

  void reserve(Optional<String> token) {
    occupancy.reserve(token);
    enter(occupancy.stateWithoutTransaction());
  }

  void releaseFor(String token) {
    if (occupancy.isReservedFor(token)) {
      reserve(Optional.empty());
    }
  }

  /** Takes the EVSE out of operation, after its transaction, or back into it. */
  void operate(boolean operative) {
    occupancy.operate(operative);
    if (transaction.isEmpty()) {
      enter(occupancy.stateWithoutTransaction());
    }
  }

  void prioritize(boolean on) {
    if (on != hasPriority) {
      hasPriority = on;
      transaction.flatMap(Transaction::id).ifPresent(id -> voice.priority(id, on));
    }
  }

  /** A TxProfile was installed. */
  void gotProfile(ChargingProfile profile) {
    needs.satisfied();
    if (needs.areTold() && iso.tellsSchedules()) {
      voice.schedule(profile, now);
    }
  }

  boolean hasToldNeeds() {
    return needs.areTold();
  }

  void repeatNeeds() {
    occupancy.arrival().ifPresent(needs::arise);
  }

  Optional<RunningTransaction> running() {
    Optional<Arrival> arrival = occupancy.arrival();
    return transaction.map(tx ->
        new RunningTransaction(
            number(),
            tx.id(),
            tx.start(),
            physics.phasesInUse(),
            arrival.map(a -> !a.vehicle().isFull()).orElse(false),
            arrival
                .map(a -> OptionalDouble.of(a.vehicle().soc().percent()))
                .orElse(OptionalDouble.empty()),
            hasPriority));
  }

  void advance(Instant to, Duration elapsed, Allowance allowed, Obedience obedience) {
    now = to;
    if (transaction.isEmpty() && occupancy.isOperative()) {
      reader.advance(now, this::begin);
    }
    if (transaction.isEmpty() || needs.holdEnergy(now)) {
      power.idle(elapsed);
    } else {
      power.advance(elapsed, allowed, obedience, now);
    }
    transaction.ifPresent(tx -> tell(tx, allowed.mode()));
    occupancy.arrival().ifPresent(a -> needs.advance(a, transaction.isPresent(), now));
    if (needs.areRejected()) {
      end(EndReason.TRANSFER_REJECTED);
    }
  }

  private void tell(Transaction tx, OperationMode current) {
    enter(power.state(state));
    if (mode != current) {
      mode = current;
      voice.modeChanged(tx, state, mode, now);
    }
  }

  void clockMeter(Instant at, boolean evenIdle) {
    voice.clockMeter(transaction, state, sample(at), evenIdle);
  }

  /** Says the state even if it was said before. */
  void repeatStatus() {
    voice.repeatStatus(state, now);
  }

  void end(EndReason reason) {
    transaction.ifPresent(tx -> {
      voice.ended(tx, sample(now), reason);
      profiles.transactionEnded(number());
      transaction = Optional.empty();
      needs.forget();
      reader.clear();
      hasPriority = false;
      occupancy.finish();
      enter(occupancy.stateWithoutTransaction());
    });
  }

  /** After a loss of power: whoever is still plugged in shows the card again. */
  void wakeUp() {
    voice.forget();
    reader.clear();
    occupancy.beginAnew();
    occupancy
        .arrival()
        .ifPresent(a -> {
          reader.show(a.token());
          needs.forget();
          needs.arise(a);
        });
    state = occupancy.stateWithoutTransaction();
  }

  EvseSnapshot snapshot() {
    Optional<Arrival> arrival = occupancy.arrival();
    return new EvseSnapshot(
        physics.evse().ref(),
        state,
        physics.power(),
        physics.gridCurrents(),
        power.offer(),
        transaction.flatMap(Transaction::id),
        arrival.map(a -> a.vehicle().soc()),
        arrival.flatMap(Arrival::departure),
        physics.imported(),
        physics.exported());
  }

  private void begin(String token) {
    Transaction tx =
        new Transaction(number(), token, now, messages.newTransactionId(station, number(), now));
    transaction = Optional.of(tx);
    mode = OperationMode.CHARGING_ONLY;
    occupancy.reserve(Optional.empty());
    voice.started(tx, sample(now), answer -> started(tx, answer));
    profileToCome.ifPresent(
        p -> profiles.install(p.forTransaction(number(), tx.id()), running().stream().toList()));
    profileToCome = Optional.empty();
  }

  private void started(Transaction tx, JsonNode answer) {
    messages.findTransactionId(answer).ifPresent(tx::assign);
    if (!messages.acceptsToken(answer) && transaction.filter(tx::equals).isPresent()) {
      end(EndReason.DEAUTHORIZED);
    }
  }

  private void enter(ConnectorState next) {
    boolean changed = next != state;
    state = next;
    voice.status(next, now);
    if (changed && next.isEnergyState()) {
      transaction.ifPresent(tx -> voice.stateChanged(tx, next, sample(now)));
    }
  }

  private MeterSample sample(Instant at) {
    boolean told =
        messages.tellsSoc() && occupancy.arrival().filter(Arrival::tellsNeeds).isPresent();
    return MeterSample.of(physics, at, told);
  }
}
