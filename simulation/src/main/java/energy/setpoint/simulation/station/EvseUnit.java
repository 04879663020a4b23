package energy.setpoint.simulation.station;

import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.simulation.physics.SimulatedEvse;
import energy.setpoint.simulation.profile.ChargingProfile;
import energy.setpoint.simulation.profile.offer.Allowance;
import energy.setpoint.simulation.profile.stack.ProfileStack;
import energy.setpoint.simulation.station.habit.Obedience;
import energy.setpoint.simulation.station.line.Uplink;
import energy.setpoint.simulation.station.state.Arrival;
import energy.setpoint.simulation.station.state.ConnectorState;
import energy.setpoint.simulation.station.state.EndReason;
import energy.setpoint.simulation.station.state.EvseSnapshot;
import energy.setpoint.simulation.station.state.Iso15118;
import energy.setpoint.simulation.station.state.MeterSample;
import energy.setpoint.simulation.station.state.Reservation;
import energy.setpoint.simulation.station.state.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One EVSE of a station: who is plugged in, the transaction, and what flows. */
final class EvseUnit {

  private final SimulatedEvse physics;
  private final MessageSet messages;
  private final ProfileStack profiles;
  private final ChargingSession session;
  private final EvseVoice voice;
  private final CardReader reader;
  private final Talk talk;
  private final PowerPath power;
  private final Occupancy occupancy = new Occupancy();
  private Optional<ChargingProfile> profileToCome = Optional.empty();
  private ConnectorState state = ConnectorState.AVAILABLE;
  private Instant now;

  EvseUnit(
      String station,
      SimulatedEvse physics,
      MessageSet messages,
      ProfileStack profiles,
      Uplink uplink,
      Iso15118 iso,
      Instant start) {
    this.physics = physics;
    this.messages = messages;
    this.profiles = profiles;
    this.power = new PowerPath(physics);
    this.voice = new EvseVoice(physics, messages, uplink);
    this.session = new ChargingSession(station, physics, messages, voice);
    this.reader = new CardReader(messages, uplink);
    this.talk = new Talk(physics, messages, profiles, voice, iso);
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
    return session.transaction();
  }

  ChargingSession session() {
    return session;
  }

  void plugIn(Arrival arriving) {
    physics.plugIn(arriving.vehicle());
    occupancy.arrive(arriving);
    showCard(arriving.token());
    talk.arise(arriving);
    enter(occupancy.stateWithoutTransaction());
  }

  void unplug() {
    end(EndReason.EV_DISCONNECTED);
    occupancy.leave();
    reader.clear();
    talk.forget();
    physics.unplug();
    enter(occupancy.stateWithoutTransaction());
  }

  Occupancy occupancy() {
    return occupancy;
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

  /** Keeps it for somebody, or for nobody any more: then who waits there may start. */
  void reserve(Optional<Reservation> by) {
    occupancy.reserve(by);
    enter(occupancy.stateWithoutTransaction());
    occupancy
        .arrival()
        .filter(a -> by.isEmpty() && state == ConnectorState.PREPARING)
        .ifPresent(a -> reader.show(a.token()));
  }

  /** Takes the EVSE out of operation, after its transaction, or back into it. */
  void operate(boolean operative) {
    occupancy.operate(operative);
    if (!isCharging()) {
      enter(occupancy.stateWithoutTransaction());
    }
  }

  /** The talk with the vehicle over ISO 15118. */
  Talk talk() {
    return talk;
  }

  PowerPath power() {
    return power;
  }

  /** The driver has other plans, and the vehicle says so (K17, K20). */
  void changePlans(Optional<Instant> departure, StateOfCharge wanted) {
    occupancy.replan(departure, wanted);
    occupancy.arrival().ifPresent(talk::arise);
  }

  void advance(Instant to, Duration elapsed, Allowance allowed, Obedience obedience) {
    now = to;
    if (!isCharging() && occupancy.isOperative()) {
      reader.advance(now, this::begin);
    }
    if (!isCharging() || talk.holdEnergy(now)) {
      power.idle(elapsed);
    } else {
      power.advance(elapsed, talk.permitted(allowed), obedience, now);
    }
    if (isCharging()) {
      enter(power.state(state));
      session.chargesIn(allowed.mode(), state, now);
    }
    talk.advance(isCharging(), now);
    if (talk.areRejected()) {
      end(EndReason.TRANSFER_REJECTED);
    }
  }

  void clockMeter(Instant at, boolean evenIdle) {
    voice.clockMeter(session.transaction(), state, sample(at), evenIdle);
  }

  /** Says the state even if it was said before. */
  void repeatStatus() {
    voice.repeatStatus(state, now);
  }

  void end(EndReason reason) {
    session
        .transaction()
        .ifPresent(tx -> {
          voice.ended(tx, sample(now), reason);
          profiles.transactionEnded(number());
          session.end();
          talk.forget();
          reader.clear();
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
          showCard(a.token());
          talk.forget();
          talk.arise(a);
        });
    state = occupancy.stateWithoutTransaction();
  }

  EvseSnapshot snapshot() {
    return EvseSnapshot.of(
        physics, state, power.offer(), session.transaction(), occupancy.arrival());
  }

  private void begin(String token) {
    Optional<Reservation> used = occupancy.reservation();
    occupancy.reserve(Optional.empty());
    Transaction tx =
        session.begin(token, used, sample(now), now, () -> end(EndReason.DEAUTHORIZED));
    profileToCome.ifPresent(p ->
        profiles.install(p.forTransaction(number(), tx.id()), session.running().stream().toList()));
    profileToCome = Optional.empty();
  }

  /** Who is not waited for at a reserved EVSE shows no card. */
  private void showCard(String token) {
    if (occupancy.admits(token)) {
      reader.show(token);
    }
  }

  private boolean isCharging() {
    return session.transaction().isPresent();
  }

  private void enter(ConnectorState next) {
    boolean changed = next != state;
    state = next;
    voice.status(next, now);
    if (changed && next.isEnergyState()) {
      session.transaction().ifPresent(tx -> voice.stateChanged(tx, next, sample(now)));
    }
  }

  private MeterSample sample(Instant at) {
    boolean told =
        messages.tellsSoc() && occupancy.arrival().filter(Arrival::tellsNeeds).isPresent();
    return MeterSample.of(physics, at, told);
  }
}
