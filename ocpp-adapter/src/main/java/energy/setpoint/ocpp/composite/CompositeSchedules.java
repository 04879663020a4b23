package energy.setpoint.ocpp.composite;

import static energy.setpoint.ocpp.composite.CompositeRequest.STATION;

import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.composite.profile.SchedulePeriod;
import energy.setpoint.ocpp.composite.rate.PeriodWriter;
import energy.setpoint.ocpp.composite.station.Station;
import energy.setpoint.ocpp.composite.station.StationEvse;
import java.util.List;
import java.util.Optional;

/** Answers what a station may draw. */
public final class CompositeSchedules {

  private CompositeSchedules() {}

  /**
   * The composite schedule, as a pure function. Where a specification is silent or contradicts
   * itself, it allows no more than any reading does; docs/ocpp/composite.md says where.
   *
   * @param installed the profiles at the station
   * @param station what else is known of it
   * @param request for which EVSE, from when, in which unit
   */
  public static CompositeAnswer answer(
      InstalledProfiles installed, Station station, CompositeRequest request) {
    if (!station.rateUnits().contains(request.unit())) {
      return new CompositeAnswer.Rejected(
          "UnsupportedRateUnit",
          "The station does not report in %s (K08.FR.07).".formatted(request.unit()));
    }
    if (request.evseId() == STATION) {
      return accepted(request, ofStation(installed, station, request));
    }
    Optional<StationEvse> evse = station.findEvse(request.evseId());
    return evse.isEmpty()
        ? new CompositeAnswer.Rejected(
            "UnknownEvse", "The station has no EVSE %d (K08.FR.05).".formatted(request.evseId()))
        : accepted(request, ofEvse(installed, station, evse.get(), request));
  }

  private static CompositeAnswer accepted(CompositeRequest request, List<SchedulePeriod> periods) {
    return new CompositeAnswer.Accepted(
        new CompositeSchedule(
            request.evseId(), request.start(), request.durationSeconds(), request.unit(), periods));
  }

  private static List<SchedulePeriod> ofStation(
      InstalledProfiles installed, Station station, CompositeRequest request) {
    Interval window = request.window();
    var ceilings = new StationCeilings(installed, station, window);
    var rates = new StationRates(installed, station, ceilings, window);
    var seconds = new WholeSeconds(window);
    rates.changes(seconds::add);
    return seconds.periods(rates::at, new PeriodWriter(request.unit(), station.supply()));
  }

  private static List<SchedulePeriod> ofEvse(
      InstalledProfiles installed, Station station, StationEvse evse, CompositeRequest request) {
    Interval window = request.window();
    var ceilings = new StationCeilings(installed, station, window);
    var rates = new EvseRates(installed, station, evse, ceilings, window);
    var seconds = new WholeSeconds(window);
    rates.changes(seconds::add);
    return seconds.periods(rates::at, new PeriodWriter(request.unit(), evse.supply()));
  }
}
