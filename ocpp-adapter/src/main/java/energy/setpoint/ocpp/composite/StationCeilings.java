package energy.setpoint.ocpp.composite;

import static energy.setpoint.ocpp.composite.CompositeRequest.STATION;

import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.composite.profile.ProfilePurpose;
import energy.setpoint.ocpp.composite.rate.Envelope;
import energy.setpoint.ocpp.composite.station.Station;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What holds for the station as a whole, whatever its EVSEs do. */
final class StationCeilings {

  private final Interval window;
  private final Optional<Envelope> rating;
  private final Ladder max;
  private final Ladder external;
  private final Ladder generation;

  StationCeilings(InstalledProfiles installed, Station station, Interval window) {
    this.window = window;
    rating = station.rating().map(most -> Envelope.ofRating(most, station.supply(), true));
    Instant now = window.start();
    var start = new Start(station, station.supply(), Optional.empty(), now, now);
    max = ladder(installed, ProfilePurpose.STATION_MAX, start);
    external = ladder(installed, ProfilePurpose.EXTERNAL_CONSTRAINTS, start);
    generation = ladder(installed, ProfilePurpose.LOCAL_GENERATION, start);
  }

  private static Ladder ladder(InstalledProfiles installed, ProfilePurpose purpose, Start start) {
    return new Ladder(
        installed.profiles().stream()
            .filter(profile -> profile.purpose() == purpose && profile.evseId() == STATION)
            .map(profile -> start.start(profile, profile.schedules()))
            .toList());
  }

  /** An envelope under the profiles of the station, without what is made here. */
  Envelope above(Envelope envelope, Instant moment, boolean onDc) {
    return Stream.of(max.leadingAt(moment), external.leadingAt(moment))
        .flatMap(Optional::stream)
        .map(ceiling -> onDc ? ceiling.onDc() : ceiling)
        .reduce(envelope, Envelope::under);
  }

  /** An envelope under what the station can bear. */
  Envelope aboveAll(Envelope envelope, boolean onDc) {
    return rating
        .map(ceiling -> onDc ? ceiling.onDc() : ceiling)
        .map(envelope::under)
        .orElse(envelope);
  }

  /** What an external system wants the station to do, if it names a target (2.1 Q06.FR.31). */
  Optional<Envelope> steeringAt(Instant moment, boolean onDc) {
    return external
        .leadingAt(moment)
        .filter(Envelope::isSteered)
        .map(target -> onDc ? target.onDc() : target);
  }

  Optional<Envelope> generationAt(Instant moment) {
    return generation.leadingAt(moment);
  }

  void changes(Consumer<Instant> moments) {
    max.changes(window, moments);
    external.changes(window, moments);
    generation.changes(window, moments);
  }
}
