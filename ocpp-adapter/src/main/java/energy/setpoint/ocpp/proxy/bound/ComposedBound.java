package energy.setpoint.ocpp.proxy.bound;

import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.composite.CompositeRules;
import energy.setpoint.ocpp.composite.profile.ChargingProfile;
import energy.setpoint.ocpp.composite.profile.ProfilePurpose;
import energy.setpoint.ocpp.proxy.limit.Allowance;
import energy.setpoint.ocpp.proxy.limit.FlatLimits;
import energy.setpoint.ocpp.proxy.limit.Place;
import energy.setpoint.ocpp.proxy.limit.PlaceLimits;
import energy.setpoint.ocpp.proxy.limit.PowerPaths;
import energy.setpoint.ocpp.proxy.limit.ProfileSpan;
import energy.setpoint.ocpp.stats.ProxyCounters;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the profiles of the CSMS allow at each moment, as their composite schedule has it: of an
 * intent's time the lowest value counts. A limit of the station as a whole is shared by its EVSEs.
 */
public final class ComposedBound implements CsmsBound {

  /** How far ahead steps are looked for. */
  private static final Duration AHEAD = Duration.ofHours(1);

  /** Steps do not depend on it. */
  private static final Voltage USUAL = Voltage.ofVolts(230);

  /** A station as a whole is taken for one large EVSE on AC. */
  private static final int WHOLE = 1;

  private final ProfileBook book;
  private final CompositeRules rules;
  private final BoundedStation station;
  private final PowerPaths paths;
  private final ProxyCounters counters;

  public ComposedBound(
      ProfileBook book,
      CompositeRules rules,
      BoundedStation station,
      PowerPaths paths,
      ProxyCounters counters) {
    this.book = book;
    this.rules = rules;
    this.station = station;
    this.paths = paths;
    this.counters = counters;
  }

  @Override
  public Ceiling ofEvse(int evse, Interval during, Ceiling wanted) {
    Allowance own = at(evse, wanted, counters::limitGuessed).least(ofEvse(evse), during);
    Allowance all = wholeStation(wanted.voltage()).least(ofStation(), during);
    List<Current> others =
        station.listBusy().stream()
            .filter(it -> it != evse)
            .map(it -> claim(it, during.start()))
            .toList();
    Current share = new StationShare(all.perPhase()).of(wanted.perPhase(), others);
    return own.min(all).atMost(share).above(wanted);
  }

  /**
   * One of which the engine said nothing yet may want all; and where the station itself does not
   * hold the sum, nobody may count on what another one does not want now.
   */
  private Current claim(int evse, Instant now) {
    return station
        .findWanted(evse, now)
        .filter(it -> book.inStation().containsAll(ofStation()))
        .map(Ceiling::perPhase)
        .orElse(Allowance.ANYTHING.perPhase());
  }

  @Override
  public Ceiling ofStation(Interval during, Ceiling wanted) {
    return wholeStation(wanted.voltage()).least(ofStation(), during).above(wanted);
  }

  /** Nobody will send another one in time, so every period counts that may ever hold. */
  @Override
  public Ceiling ofFallback(Instant from, Ceiling wanted) {
    Allowance each =
        new FlatLimits(rules, evsePlace(WHOLE, wanted))
            .lowest(notOver(from).filter(it -> !isOfStation(it)).toList());
    Allowance all =
        new FlatLimits(rules, wholePlace(wanted.voltage()))
            .lowest(notOver(from).filter(ComposedBound::isOfStation).toList());
    return each.min(all.sharedBy(station.evses())).above(wanted);
  }

  private Stream<ChargingProfile> notOver(Instant from) {
    return book.profiles().stream().filter(it -> !new ProfileSpan(it).isOverAt(from));
  }

  /** It would be hidden or, in 1.6, take the place of the other (1.6 section 3.13.2). */
  @Override
  public Optional<String> findObstacle() {
    return book.inStation().stream()
        .filter(it -> it.stackLevel() >= station.maxStackLevel())
        .findFirst()
        .map(it ->
            "The limit of the CSMS for the whole station (profile %d) is on stack level %d: ours cannot be above it."
                .formatted(it.id(), it.stackLevel()));
  }

  @Override
  public Optional<Instant> findNextStep(Instant now) {
    Interval ahead = Interval.of(now, AHEAD);
    Ceiling any = new Ceiling(Current.ZERO, 3, USUAL);
    Stream<Instant> ofEvses =
        IntStream.rangeClosed(1, station.evses())
            .boxed()
            .flatMap(it -> at(it, any, reason -> {}).findStep(ofEvse(it), ahead).stream());
    Stream<Instant> ofStation = wholeStation(USUAL).findStep(ofStation(), ahead).stream();
    Stream<Instant> ends =
        book.profiles().stream().flatMap(it -> new ProfileSpan(it).findEnd().stream());
    return Stream.of(ofEvses, ofStation, ends)
        .flatMap(it -> it)
        .filter(it -> it.isAfter(now) && ahead.contains(it))
        .min(Comparator.naturalOrder());
  }

  private List<ChargingProfile> ofEvse(int evse) {
    return book.profiles().stream()
        .filter(it -> !isOfStation(it))
        .filter(it -> it.evseId() == 0 || it.evseId() == evse)
        .toList();
  }

  private List<ChargingProfile> ofStation() {
    return book.profiles().stream().filter(ComposedBound::isOfStation).toList();
  }

  private static boolean isOfStation(ChargingProfile profile) {
    return profile.purpose() == ProfilePurpose.STATION_MAX;
  }

  private PlaceLimits at(int evse, Ceiling wanted, Consumer<String> guessed) {
    Optional<String> running = station.findTransaction(evse);
    return new PlaceLimits(
        rules,
        evsePlace(evse, wanted),
        station.zone(),
        running,
        running.flatMap(paths::find),
        guessed);
  }

  /** Profiles of a station cannot be Relative: there is no transaction to count from. */
  private PlaceLimits wholeStation(Voltage voltage) {
    return new PlaceLimits(
        rules,
        wholePlace(voltage),
        station.zone(),
        Optional.empty(),
        Optional.empty(),
        counters::limitGuessed);
  }

  private Place evsePlace(int evse, Ceiling wanted) {
    return new Place(evse, station.directCurrent(), wanted.phases(), wanted.voltage());
  }

  private static Place wholePlace(Voltage voltage) {
    return new Place(WHOLE, false, 3, voltage);
  }
}
