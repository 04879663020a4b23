package energy.setpoint.simulation.station;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.simulation.physics.SimulatedEvse;
import energy.setpoint.simulation.profile.ChargingProfile;
import energy.setpoint.simulation.profile.RateUnit;
import energy.setpoint.simulation.profile.RunningTransaction;
import energy.setpoint.simulation.profile.Schedule;
import energy.setpoint.simulation.profile.stack.Outlook;
import energy.setpoint.simulation.profile.stack.ProfileStack;
import energy.setpoint.simulation.profile.stack.ScheduleChoice;
import energy.setpoint.simulation.station.state.EvSchedule;
import energy.setpoint.simulation.station.state.VehicleNeeds;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What station and vehicle have agreed on over ISO 15118: which schedule it is, and what the
 * vehicle makes of it (K15 to K19). Not thread-safe.
 */
final class Agreement {

  private final SimulatedEvse physics;
  private final ProfileStack stack;
  private final EvseVoice voice;
  private OptionalInt selected = OptionalInt.empty();
  private Optional<Outlook> known = Optional.empty();
  private boolean justTold;

  Agreement(SimulatedEvse physics, ProfileStack stack, EvseVoice voice) {
    this.physics = physics;
    this.stack = stack;
    this.voice = voice;
  }

  /** The vehicle has gone, or has told other needs. */
  void forget() {
    selected = OptionalInt.empty();
    known = Optional.empty();
    justTold = false;
  }

  /** True until a composite schedule was heard of. */
  boolean isEmpty() {
    return known.isEmpty();
  }

  /** A TxProfile has come: the vehicle chooses, and answers with its own schedule. */
  void offered(ChargingProfile profile, VehicleNeeds needs, RunningTransaction tx, Instant now) {
    int place = choice(needs, tx, now).among(profile, now);
    stack.choose(number(), place);
    Schedule chosen = profile.schedules().get(place);
    boolean first = selected.isEmpty();
    selected = OptionalInt.of(chosen.id());
    justTold = true;
    if (!voice.commands(needs)) {
      voice.schedule(new EvSchedule(number(), chosen.upTo(most(chosen, needs)), selected, now));
    } else if (first) {
      // K19.FR.10: the station commands, so the server hears its own schedule.
      voice.schedule(new EvSchedule(number(), chosen, selected, now));
    }
  }

  /**
   * The composite schedule may have changed: it is agreed anew, but for dynamic control (K16.FR.02,
   * K16.FR.05).
   */
  void expects(Outlook outlook, VehicleNeeds needs, Instant now) {
    boolean changed = known.filter(before -> !before.isKeptBy(outlook)).isPresent();
    known = Optional.of(outlook);
    if (changed && !justTold && !voice.commands(needs)) {
      Schedule heard = outlook.schedule(selected.orElse(0), mostAmps(needs));
      voice.schedule(new EvSchedule(number(), heard, selected, now));
    }
    justTold = false;
  }

  private ScheduleChoice choice(VehicleNeeds needs, RunningTransaction tx, Instant now) {
    return new ScheduleChoice(
        needs.evse(),
        needs.voltage(),
        tx,
        needs.maxCharge(),
        needs.requested(),
        needs.departure().orElse(now.plus(Duration.ofDays(1))),
        stack.rules().zone());
  }

  private double most(Schedule schedule, VehicleNeeds needs) {
    return schedule.unit() == RateUnit.W ? needs.maxCharge().watts() : mostAmps(needs);
  }

  /** In whole milliamperes, as currents are. */
  private double mostAmps(VehicleNeeds needs) {
    Current most = physics.voltage().currentFor(needs.maxCharge(), physics.phasesInUse());
    return most.amps();
  }

  private int number() {
    return physics.evse().ref().number();
  }
}
