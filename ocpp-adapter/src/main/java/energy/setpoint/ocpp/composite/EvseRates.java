package energy.setpoint.ocpp.composite;

import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.composite.rate.Envelope;
import energy.setpoint.ocpp.composite.station.Station;
import energy.setpoint.ocpp.composite.station.StationEvse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What one EVSE may do at each moment of a window. */
final class EvseRates {

  private final StationEvse evse;
  private final boolean alone;
  private final StationCeilings ceilings;
  private final List<EvsePart> parts;

  EvseRates(
      InstalledProfiles installed,
      Station station,
      StationEvse evse,
      StationCeilings ceilings,
      Interval window) {
    this.evse = evse;
    this.ceilings = ceilings;
    alone = station.evses().size() == 1;
    parts =
        Occupation.of(station, evse.id(), window).stream()
            .map(part -> new EvsePart(installed, station, evse, part, window.start()))
            .toList();
  }

  /** With all that is made here. */
  Envelope at(Instant moment) {
    EvsePart part = partAt(moment);
    return at(moment, part, part.generationAt(moment));
  }

  /** Without what is made here for the whole station, which can be given away only once. */
  Envelope shareAt(Instant moment) {
    EvsePart part = partAt(moment);
    return at(moment, part, part.ownGenerationAt(moment));
  }

  /** Generation comes on top of all profiles (K08.FR.04), but nothing on top of what is built. */
  private Envelope at(Instant moment, EvsePart part, Optional<Envelope> generation) {
    boolean onDc = evse.supply().directCurrent();
    Optional<Envelope> steering = alone ? ceilings.steeringAt(moment, onDc) : Optional.empty();
    Envelope merged = ceilings.above(part.at(moment, steering), moment, onDc);
    Envelope withGeneration = generation.map(merged::plusGeneration).orElse(merged);
    return ceilings.aboveAll(withGeneration.under(rating()), onDc).settled();
  }

  Envelope rating() {
    return Envelope.ofRating(evse.rating(), evse.supply(), false);
  }

  /** As the grid sees it. */
  Envelope onGrid(Envelope envelope) {
    return evse.supply().directCurrent() ? envelope.spread() : envelope;
  }

  private EvsePart partAt(Instant moment) {
    return parts.stream()
        .filter(part -> part.during().contains(moment))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(moment + " lies outside the window."));
  }

  void changes(Consumer<Instant> moments) {
    parts.forEach(part -> part.changes(moments));
    ceilings.changes(moments);
  }
}
