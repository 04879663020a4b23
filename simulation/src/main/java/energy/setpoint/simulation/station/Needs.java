package energy.setpoint.simulation.station;

import energy.setpoint.simulation.physics.SimulatedEvse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The talk with a vehicle over ISO 15118: tells its needs and waits for a profile. */
final class Needs {

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
  private Step step = Step.NONE;
  private Instant waitsUntil = Instant.MIN;
  private boolean rejected;

  Needs(SimulatedEvse physics, MessageSet messages, EvseVoice voice, Iso15118 iso) {
    this.physics = physics;
    this.messages = messages;
    this.voice = voice;
    this.iso = iso;
  }

  /** The needs have to be told, or told again. */
  void arise(Arrival arrival) {
    if (arrival.tellsNeeds()) {
      step = Step.UNSAID;
    }
  }

  void forget() {
    step = Step.NONE;
    waitsUntil = Instant.MIN;
    rejected = false;
  }

  boolean areTold() {
    return step == Step.SAID;
  }

  /** A profile has come: the vehicle may begin. */
  void satisfied() {
    waitsUntil = Instant.MIN;
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
  void advance(Arrival arrival, boolean inTransaction, Instant now) {
    if (step == Step.UNSAID && (inTransaction || iso.needsFirst())) {
      boolean sent = voice.needs(needs(arrival), now, answer -> heard(answer, now));
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

  private VehicleNeeds needs(Arrival arrival) {
    return new VehicleNeeds(
        physics.evse(),
        physics.voltage(),
        arrival.vehicle().model(),
        arrival.vehicle().soc(),
        arrival.wanted(),
        arrival.departure(),
        iso.control());
  }
}
