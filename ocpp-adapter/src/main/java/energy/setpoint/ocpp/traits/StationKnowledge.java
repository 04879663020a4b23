package energy.setpoint.ocpp.traits;

import energy.setpoint.ocpp.dialect.OcppDialect;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.dialect.trait.TraitClaims;
import energy.setpoint.ocpp.traits.KnownTraits.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of one station, and what follows from it: the traits that the next intent is
 * encoded with. Any thread may use it.
 */
public final class StationKnowledge {

  private final StationTraits defaults;
  private final int evses;
  private final TraitClaims siteFile;
  private final Quirks quirks;
  private final List<OcppDialect> dialects;
  private Optional<Identity> identity;
  private Optional<Told> told;
  private volatile KnownTraits known;

  /**
   * @param dialects those in whose words stations tell
   * @param stored what it told before a restart of the engine
   */
  public StationKnowledge(
      Wiring wiring, Quirks quirks, List<OcppDialect> dialects, Optional<Told> stored) {
    this(wiring.defaults(), wiring.evses(), wiring.claims(), quirks, dialects, stored);
  }

  private StationKnowledge(
      StationTraits defaults,
      int evses,
      TraitClaims siteFile,
      Quirks quirks,
      List<OcppDialect> dialects,
      Optional<Told> stored) {
    this.defaults = defaults;
    this.evses = evses;
    this.siteFile = siteFile;
    this.quirks = quirks;
    this.dialects = List.copyOf(dialects);
    this.told = stored;
    this.identity = stored.flatMap(Told::identity);
    this.known = merged();
  }

  /** Of a station that has these traits, whatever it says. */
  public static StationKnowledge fixed(StationTraits traits) {
    return new StationKnowledge(
        traits, 1, TraitClaims.NONE, Quirks.NONE, List.of(), Optional.empty());
  }

  public int evses() {
    return evses;
  }

  public StationTraits traits() {
    return known.traits();
  }

  public KnownTraits known() {
    return known;
  }

  public synchronized Optional<Identity> identity() {
    return identity;
  }

  public synchronized Optional<Told> told() {
    return told;
  }

  /** The station said what it is. */
  public synchronized void introduced(Identity station) {
    identity = Optional.of(station);
    known = merged();
  }

  /** The station answered an interview. */
  public synchronized void learned(Told answers) {
    told = Optional.of(answers);
    known = merged();
  }

  /**
   * Whether the station must be asked: it never told, or not all, or in another version, or has
   * become another one, or has other firmware since.
   */
  public synchronized boolean isDue(String subprotocol) {
    return told.filter(Told::complete)
        .filter(it -> it.subprotocol().equals(subprotocol))
        .filter(it -> it.identity().equals(identity))
        .isEmpty();
  }

  private KnownTraits merged() {
    List<Layer> layers = new ArrayList<>();
    layers.add(new Layer(TraitSource.SITE_FILE, "", siteFile));
    identity
        .map(quirks::of)
        .orElse(List.of())
        .forEach(
            quirk -> layers.add(new Layer(TraitSource.QUIRK, quirk.because(), quirk.claims())));
    told.ifPresent(answers -> layers.add(new Layer(TraitSource.STATION, "", understand(answers))));
    return KnownTraits.of(defaults, layers);
  }

  private TraitClaims understand(Told answers) {
    return dialects.stream()
        .filter(dialect -> dialect.subprotocol().equals(answers.subprotocol()))
        .findFirst()
        .map(dialect -> dialect.understand(answers.facts()))
        .orElse(TraitClaims.NONE);
  }
}
