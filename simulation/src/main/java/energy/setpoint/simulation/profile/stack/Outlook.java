package energy.setpoint.simulation.profile.stack;

import energy.setpoint.simulation.physics.Offer;
import energy.setpoint.simulation.profile.PhaseValues;
import energy.setpoint.simulation.profile.RateUnit;
import energy.setpoint.simulation.profile.Schedule;
import energy.setpoint.simulation.profile.SchedulePeriod;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A composite schedule on the clock, so that two of them can be compared although they were
 * calculated at different times.
 *
 * @param offers from a moment on; the first is the moment at which it was calculated
 * @param until nothing is known from here on
 */
public record Outlook(NavigableMap<Instant, Offer> offers, Instant until) {

  public static Outlook of(CompositeSchedule composite, Instant from, Duration length) {
    NavigableMap<Instant, Offer> offers = new TreeMap<>();
    composite.steps().forEach(s -> offers.put(from.plusSeconds(s.startSecond()), s.offer()));
    return new Outlook(offers, from.plus(length));
  }

  /** True when a later one says the same for the time that both look at. */
  public boolean isKeptBy(Outlook later) {
    Instant from = later.offers.firstKey();
    return Stream.concat(offers.keySet().stream(), later.offers.keySet().stream())
        .filter(at -> !at.isBefore(from) && at.isBefore(until))
        .allMatch(at -> at(at).equals(later.at(at)));
  }

  private Optional<Offer> at(Instant moment) {
    return Optional.ofNullable(offers.floorEntry(moment)).map(e -> e.getValue());
  }

  /**
   * As a vehicle hears it, in amperes.
   *
   * @param id of the schedule of the server that it comes from
   * @param most what the vehicle takes per phase
   */
  public Schedule schedule(int id, double most) {
    Instant start = offers.firstKey();
    List<SchedulePeriod> periods = new ArrayList<>();
    offers.forEach(
        (at, offer) -> periods.add(period((int) Duration.between(start, at).toSeconds(), offer)));
    return new Schedule(
            id,
            Optional.of(start),
            Optional.of(Duration.between(start, until)),
            RateUnit.A,
            periods,
            Optional.empty(),
            Duration.ZERO,
            false)
        .upTo(most);
  }

  private static SchedulePeriod period(int second, Offer offer) {
    PhaseValues limit = PhaseValues.of(offer.limit().amps());
    return offer
        .setpoint()
        .map(s -> SchedulePeriod.setpoint(second, s.min(offer.limit()).amps()))
        .orElse(SchedulePeriod.limit(second, 0).withLimit(limit));
  }
}
