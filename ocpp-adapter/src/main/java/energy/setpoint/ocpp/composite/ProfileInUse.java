package energy.setpoint.ocpp.composite;

import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.composite.profile.ChargingProfile;
import energy.setpoint.ocpp.composite.profile.SchedulePeriod;
import energy.setpoint.ocpp.composite.rate.Envelope;
import energy.setpoint.ocpp.composite.station.Supply;
import energy.setpoint.ocpp.composite.time.RunningSchedule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A profile where it holds, with its schedules started.
 *
 * @param profile as installed
 * @param offline when it is not valid for want of a connection
 * @param schedules that may be in force: one, or several while the vehicle has not chosen
 * @param supply by which its values are meant
 * @param onDc true when they are meant on AC, but hold for a DC device
 * @param soc state of charge of the vehicle there, in percent, if it is known
 */
record ProfileInUse(
    ChargingProfile profile,
    OfflineValidity offline,
    List<RunningSchedule> schedules,
    Supply supply,
    boolean onDc,
    Optional<Integer> soc) {

  ProfileInUse {
    schedules = List.copyOf(schedules);
  }

  /** What it says at a moment; nothing when it is not valid or none of its periods runs. */
  Optional<Envelope> at(Instant moment) {
    if (!profile.isValidAt(moment) || !offline.isValidAt(moment)) {
      return Optional.empty();
    }
    return schedules.stream()
        .flatMap(
            running -> running.periodsAt(moment).stream().map(period -> envelope(period, running)))
        .reduce(Envelope::or);
  }

  private Envelope envelope(SchedulePeriod period, RunningSchedule running) {
    Envelope said = Envelope.of(period, running.schedule(), supply, soc);
    return onDc ? said.onDc() : said;
  }

  /** Tells every moment inside a window at which it may say something else. */
  void changes(Interval window, Consumer<Instant> moments) {
    profile.validFrom().ifPresent(moments);
    profile.validTo().ifPresent(moments);
    offline.changes(moments);
    schedules.forEach(running -> running.changes(window, moments));
  }
}
