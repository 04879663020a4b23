package energy.setpoint.ocpp.composite;

import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.composite.rate.Envelope;
import energy.setpoint.ocpp.composite.station.SetpointPriority;
import energy.setpoint.ocpp.composite.station.Station;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What all EVSEs of a station together may take from the grid at each moment (K08.FR.03). EVSEs
 * without a transaction count as if there were one, since one can start at any time.
 */
final class StationRates {

  private final Station station;
  private final StationCeilings ceilings;
  private final List<EvseRates> evses;

  StationRates(
      InstalledProfiles installed, Station station, StationCeilings ceilings, Interval window) {
    this.station = station;
    this.ceilings = ceilings;
    evses =
        station.evses().stream()
            .map(evse -> new EvseRates(installed, station, evse, ceilings, window))
            .toList();
  }

  Envelope at(Instant moment) {
    Envelope sum = sum(evse -> evse.shareAt(moment));
    Envelope steered =
        ceilings
            .steeringAt(moment, false)
            .filter(external -> externalFirst() || !sum.isSteered())
            .map(sum::steeredBy)
            .orElse(sum);
    Envelope merged = ceilings.above(steered, moment, false);
    Envelope withGeneration =
        ceilings.generationAt(moment).map(merged::plusGeneration).orElse(merged);
    return ceilings.aboveAll(withGeneration.under(sum(EvseRates::rating)), false).settled();
  }

  private Envelope sum(Function<EvseRates, Envelope> rate) {
    return evses.stream()
        .map(evse -> evse.onGrid(rate.apply(evse)))
        .reduce(Envelope::beside)
        .orElseThrow()
        .onPhasesOf(station.supply());
  }

  private boolean externalFirst() {
    return station.setpointPriority() == SetpointPriority.EXTERNAL_CONTROL;
  }

  void changes(Consumer<Instant> moments) {
    evses.forEach(evse -> evse.changes(moments));
  }
}
