package energy.setpoint.simulation.profile.stack;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.Evse;
import energy.setpoint.simulation.profile.ChargingProfile;
import energy.setpoint.simulation.profile.RunningTransaction;
import energy.setpoint.simulation.profile.SchedulePeriod;
import energy.setpoint.simulation.profile.Surroundings;
import energy.setpoint.simulation.profile.offer.ActivePeriod;
import energy.setpoint.simulation.profile.offer.EvseOffer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Which of up to three schedules a vehicle takes (K15.FR.07, K18.FR.07): the first that gives it
 * what it wants in time, or else the one that gives the most. The server lists first what it would
 * like best.
 *
 * @param most what the vehicle takes at all
 * @param wanted energy into the inlet
 * @param until when it leaves; at most a day from now is looked at
 * @param zone of the station's wall clock
 */
public record ScheduleChoice(
    Evse evse,
    Voltage voltage,
    RunningTransaction tx,
    Power most,
    Energy wanted,
    Instant until,
    ZoneId zone) {

  private static final Duration STEP = Duration.ofMinutes(1);
  private static final Duration HORIZON = Duration.ofDays(1);

  /** The place of the schedule in its profile, from 0. */
  public int among(ChargingProfile profile, Instant now) {
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int place = 0; place < profile.schedules().size(); place++) {
      double wattHours = wattHours(profile.choosing(place), now);
      if (wattHours >= wanted.wattHours()) {
        return place;
      }
      if (wattHours > most) {
        best = place;
        most = wattHours;
      }
    }
    return best;
  }

  private double wattHours(ChargingProfile profile, Instant now) {
    Instant horizon = now.plus(HORIZON);
    Instant end = until.isBefore(horizon) ? until : horizon;
    double sum = 0;
    for (Instant at = now; at.isBefore(end); at = at.plus(STEP)) {
      Optional<SchedulePeriod> period = profile.periodAt(at, tx.start(), zone);
      double watts = period.map(p -> watts(new ActivePeriod(p, profile.schedule()))).orElse(0.0);
      sum += watts * STEP.toSeconds() / 3600;
    }
    return sum;
  }

  private double watts(ActivePeriod active) {
    var offer = new EvseOffer(evse, voltage, tx, Surroundings.CALM).of(active).offer();
    Current amps = offer.setpoint().orElse(offer.limit()).min(offer.limit());
    return amps.at(voltage, tx.phasesInUse()).min(most).watts();
  }
}
