package energy.setpoint.simulation.station;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.simulation.physics.Offer;
import energy.setpoint.simulation.physics.SimulatedEvse;
import energy.setpoint.simulation.profile.ProfileStack;
import energy.setpoint.simulation.profile.RunningTransaction;
import energy.setpoint.simulation.station.Outbox.Keep;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One EVSE of a station: who is plugged in, the transaction, and what is said about them. */
final class EvseUnit {

  private static final Duration AUTHORIZE_RETRY = Duration.ofSeconds(30);

  private final String station;
  private final SimulatedEvse physics;
  private final MessageSet messages;
  private final ProfileStack profiles;
  private final Uplink uplink;
  private Optional<Arrival> arrival = Optional.empty();
  private Optional<Transaction> transaction = Optional.empty();
  private Optional<String> token = Optional.empty();
  private ConnectorState state = ConnectorState.AVAILABLE;
  private String lastWord = "";
  private Offer offer = Offer.NONE;
  private Instant now;
  private Instant nextAuthorize = Instant.MIN;
  private boolean authorizing;
  private boolean needsUnsaid;

  EvseUnit(
      String station,
      SimulatedEvse physics,
      MessageSet messages,
      ProfileStack profiles,
      Uplink uplink,
      Instant start) {
    this.station = station;
    this.physics = physics;
    this.messages = messages;
    this.profiles = profiles;
    this.uplink = uplink;
    this.now = start;
  }

  int number() {
    return physics.evse().ref().number();
  }

  SimulatedEvse physics() {
    return physics;
  }

  Optional<Transaction> transaction() {
    return transaction;
  }

  void plugIn(Arrival arriving) {
    physics.plugIn(arriving.vehicle());
    arrival = Optional.of(arriving);
    token = Optional.of(arriving.token());
    nextAuthorize = Instant.MIN;
    enter(ConnectorState.PREPARING);
  }

  void unplug() {
    end(EndReason.EV_DISCONNECTED);
    arrival = Optional.empty();
    token = Optional.empty();
    authorizing = false;
    physics.unplug();
    enter(ConnectorState.AVAILABLE);
  }

  /** A token that the engine sent; false when nobody waits for one. */
  boolean offerToken(String remote) {
    if (arrival.isEmpty() || transaction.isPresent()) {
      return false;
    }
    token = Optional.of(remote);
    nextAuthorize = Instant.MIN;
    return true;
  }

  Optional<RunningTransaction> running() {
    return transaction.map(tx ->
        new RunningTransaction(
            number(),
            tx.id(),
            tx.start(),
            physics.phasesInUse(),
            arrival.map(a -> !a.vehicle().isFull()).orElse(false)));
  }

  void advance(Instant to, Duration elapsed, Offer allowed) {
    now = to;
    startWhenReady();
    offer = transaction.isPresent() ? allowed : Offer.NONE;
    physics.advance(elapsed, offer);
    if (transaction.isPresent()) {
      enter(energyState());
      sayNeeds();
    }
  }

  void clockMeter(Instant at, boolean evenIdle) {
    MeterSample sample = sample(at);
    if (transaction.isPresent()) {
      uplink.deliver(
          messages.clockMeter(transaction.get(), state, sample, !uplink.isOnline()),
          Keep.UNLESS_TOO_MANY,
          answer -> {});
    } else if (evenIdle && uplink.isOnline()) {
      uplink.send(messages.idleMeter(number(), sample), answer -> {});
    }
  }

  /** Says the state even if it was said before. */
  void repeatStatus() {
    lastWord = messages.word(state);
    uplink.send(messages.status(number(), state, now), answer -> {});
  }

  void end(EndReason reason) {
    transaction.ifPresent(tx -> {
      uplink.deliver(
          messages.ended(tx, sample(now), reason, !uplink.isOnline()), Keep.ALWAYS, answer -> {});
      profiles.transactionEnded(number());
      transaction = Optional.empty();
      needsUnsaid = false;
      token = Optional.empty();
      enter(ConnectorState.FINISHING);
    });
  }

  /** After a loss of power: whoever is still plugged in shows the card again. */
  void wakeUp() {
    lastWord = "";
    authorizing = false;
    token = arrival.map(Arrival::token);
    nextAuthorize = Instant.MIN;
    state = arrival.isPresent() ? ConnectorState.PREPARING : ConnectorState.AVAILABLE;
  }

  EvseSnapshot snapshot() {
    return new EvseSnapshot(
        physics.evse().ref(),
        state,
        physics.power(),
        physics.gridCurrents(),
        offer,
        transaction.flatMap(Transaction::id),
        arrival.map(a -> a.vehicle().soc()),
        arrival.flatMap(Arrival::departure),
        physics.imported(),
        physics.exported());
  }

  private void startWhenReady() {
    if (transaction.isPresent() || authorizing || token.isEmpty() || now.isBefore(nextAuthorize)) {
      return;
    }
    String shown = token.get();
    if (uplink.isOnline()) {
      authorizing = true;
      uplink.send(messages.authorize(shown), answer -> authorized(shown, answer));
    } else if (uplink.hasEverBooted()) {
      // As with LocalAuthorizeOffline and AllowOfflineTxForUnknownId.
      begin(shown);
    }
  }

  private void authorized(String shown, Optional<JsonNode> answer) {
    boolean stillThere = token.filter(shown::equals).isPresent() && transaction.isEmpty();
    if (!authorizing || !stillThere) {
      return;
    }
    authorizing = false;
    if (answer.isEmpty()) {
      nextAuthorize = uplink.isOnline() ? now.plus(AUTHORIZE_RETRY) : now;
    } else if (messages.acceptsToken(answer.get())) {
      begin(shown);
    } else {
      token = Optional.empty();
    }
  }

  private void begin(String shown) {
    Transaction tx =
        new Transaction(number(), shown, now, messages.newTransactionId(station, number(), now));
    transaction = Optional.of(tx);
    needsUnsaid = arrival.filter(Arrival::tellsNeeds).isPresent();
    uplink.deliver(
        messages.started(tx, sample(now), !uplink.isOnline()),
        Keep.ALWAYS,
        answer -> answer.ifPresent(a -> started(tx, a)));
  }

  private void started(Transaction tx, JsonNode answer) {
    messages.findTransactionId(answer).ifPresent(tx::assign);
    if (!messages.acceptsToken(answer) && transaction.filter(tx::equals).isPresent()) {
      end(EndReason.DEAUTHORIZED);
    }
  }

  private void sayNeeds() {
    if (needsUnsaid && uplink.isOnline()) {
      needsUnsaid = false;
      arrival.flatMap(a -> messages.needs(needs(a), now)).ifPresent(n -> uplink.send(n, a -> {}));
    }
  }

  private VehicleNeeds needs(Arrival a) {
    return new VehicleNeeds(
        physics.evse(),
        physics.voltage(),
        a.vehicle().model(),
        a.vehicle().soc(),
        a.wanted(),
        a.departure());
  }

  private ConnectorState energyState() {
    if (physics.current().milliamps() != 0) {
      return ConnectorState.CHARGING;
    }
    boolean following = offer.setpoint().filter(s -> s.milliamps() != 0).isPresent();
    Current least = physics.evse().minimum().max(Current.ofMilliamps(1));
    if (!following && least.isMoreThan(offer.limit())
        || offer.setpoint().filter(s -> s.milliamps() == 0).isPresent()) {
      return ConnectorState.SUSPENDED_EVSE;
    }
    if (arrival.filter(a -> a.vehicle().isFull()).isPresent()) {
      return ConnectorState.SUSPENDED_EV;
    }
    // It may, and has not reacted yet.
    return state;
  }

  private void enter(ConnectorState next) {
    if (next == state && !lastWord.isEmpty()) {
      return;
    }
    boolean changed = next != state;
    state = next;
    if (!messages.word(next).equals(lastWord) && uplink.isOnline()) {
      repeatStatus();
    }
    if (changed && next.isEnergyState()) {
      transaction
          .flatMap(tx -> messages.stateChanged(tx, next, sample(now), !uplink.isOnline()))
          .ifPresent(message -> uplink.deliver(message, Keep.ALWAYS, answer -> {}));
    }
  }

  private MeterSample sample(Instant at) {
    boolean told = messages.tellsSoc() && arrival.filter(Arrival::tellsNeeds).isPresent();
    return MeterSample.of(physics, at, told);
  }
}
