package energy.setpoint.simulation.station;

import energy.setpoint.simulation.physics.SimulatedEvse;
import energy.setpoint.simulation.profile.ChargingProfile;
import energy.setpoint.simulation.profile.RunningTransaction;
import energy.setpoint.simulation.profile.offer.Allowance;
import energy.setpoint.simulation.profile.stack.Outlook;
import energy.setpoint.simulation.profile.stack.ProfileStack;
import energy.setpoint.simulation.station.state.Arrival;
import energy.setpoint.simulation.station.state.Iso15118;
import energy.setpoint.simulation.station.state.VehicleNeeds;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The talk with a vehicle over ISO 15118: tells its needs, waits for a profile, agrees on
 * schedules.
 */
final class Talk {

  /** How far the talk has come. */
  private enum Step {
    NONE,
    UNSAID,
    SAID
  }

  private final SimulatedEvse physics;
  private final MessageSet messages;
  private final EvseVoice voice;
  private final Iso15118 iso;
  private final Agreement agreement;
  private Optional<Arrival> arrival = Optional.empty();
  private Step step = Step.NONE;
  private Instant waitsUntil = Instant.MIN;
  private boolean rejected;
  private boolean feedsIn = true;

  Talk(
      SimulatedEvse physics,
      MessageSet messages,
      ProfileStack profiles,
      EvseVoice voice,
      Iso15118 iso) {
    this.physics = physics;
    this.messages = messages;
    this.voice = voice;
    this.iso = iso;
    this.agreement = new Agreement(physics, profiles, voice);
  }

  /** The needs have to be told, or told again. */
  void arise(Arrival arriving) {
    if (arriving.tellsNeeds()) {
      arrival = Optional.of(arriving);
      step = Step.UNSAID;
      agreement.forget();
    }
  }

  void forget() {
    step = Step.NONE;
    waitsUntil = Instant.MIN;
    rejected = false;
    feedsIn = true;
    agreement.forget();
  }

  /** Whether its vehicle may feed back; it tells its needs anew (Q02). */
  void allowFeedIn(boolean allowed) {
    feedsIn = allowed;
    arrival.ifPresent(this::arise);
  }

  /** What is left of an allowance when the vehicle may not feed back. */
  Allowance permitted(Allowance allowed) {
    return feedsIn ? allowed : allowed.drawing();
  }

  boolean areTold() {
    return step == Step.SAID;
  }

  /** A TxProfile has come: the vehicle may begin. */
  void gotProfile(ChargingProfile profile, Optional<RunningTransaction> tx, Instant now) {
    waitsUntil = Instant.MIN;
    if (negotiates() && tx.isPresent()) {
      agreement.offered(profile, needs(), tx.get(), now);
    }
  }

  /** True while the vehicle hears what it may expect. */
  boolean negotiates() {
    return step == Step.SAID && iso.tellsSchedules();
  }

  /** True until it has heard for the first time. */
  boolean expectsNothing() {
    return agreement.isEmpty();
  }

  /** What the composite schedule says since profiles have changed. */
  void expects(Outlook outlook, Instant now) {
    agreement.expects(outlook, needs(), now);
  }

  /** True for a profile with more periods than the vehicle takes (K15.FR.07, K18.FR.07). */
  boolean isTooLong(ChargingProfile profile) {
    int most = iso.maxScheduleTuples().orElse(Integer.MAX_VALUE);
    return step == Step.SAID
        && profile.schedules().stream().anyMatch(s -> s.periods().size() > most);
  }

  /** True while no energy flows because a profile may still come (K15.FR.08). */
  boolean holdEnergy(Instant now) {
    return now.isBefore(waitsUntil);
  }

  /** True once the server has refused the energy transfer that was asked for. */
  boolean areRejected() {
    return rejected;
  }

  /** Tells the needs when that has to be done. */
  void advance(boolean inTransaction, Instant now) {
    if (step == Step.UNSAID && (inTransaction || iso.needsFirst())) {
      boolean sent = voice.needs(needs(), now, answer -> heard(answer, now));
      step = sent ? Step.SAID : Step.UNSAID;
    }
  }

  private void heard(Optional<JsonNode> answer, Instant saidAt) {
    rejected = answer.filter(messages::refusesTransfer).isPresent();
    boolean comes =
        answer.map(a -> a.path("status").asString("")).filter("Accepted"::equals).isPresent();
    if (comes && step == Step.SAID && iso.patience().compareTo(Duration.ZERO) > 0) {
      waitsUntil = saidAt.plus(iso.patience());
    }
  }

  /**
   * @throws java.util.NoSuchElementException when no vehicle has come that speaks ISO 15118
   */
  private VehicleNeeds needs() {
    Arrival there = arrival.orElseThrow();
    return new VehicleNeeds(
        physics.evse(),
        physics.voltage(),
        there.vehicle().model(),
        there.vehicle().soc(),
        there.wanted(),
        there.departure(),
        feedsIn,
        iso);
  }
}
