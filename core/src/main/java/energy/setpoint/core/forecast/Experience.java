package energy.setpoint.core.forecast;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.time.TimeGrid;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What a site has learnt from its own past sessions. Never looks ahead: a forecast depends on the
 * sessions that were over when it was made. Confined to the engine's loop.
 */
public final class Experience {

  /** Half of those alike took at most this, so that many together are not overrated. */
  private static final double ENERGY_QUANTILE = 0.5;

  /** Most of those alike stayed at least this long. */
  private static final double STAY_QUANTILE = 0.25;

  /** A vehicle that is there still is not gone in a moment. */
  private static final Duration SHORTEST_REST = Duration.ofMinutes(15);

  private final Optional<ArrivalForecast> arrivals;
  private final Optional<PeakForecast> peaks;

  private final Optional<StatementTrust> trust;
  private final Optional<Habits> habits;
  private final boolean wary;

  private Experience(
      Optional<ArrivalForecast> arrivals,
      Optional<PeakForecast> peaks,
      Optional<StatementTrust> trust,
      Optional<Habits> habits,
      boolean wary) {
    this.wary = wary;
    this.arrivals = arrivals;
    this.peaks = peaks;
    this.trust = trust;
    this.habits = habits;
  }

  /** Learns nothing and expects nothing: who is there is all there is. */
  public static Experience none() {
    return new Experience(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
  }

  /**
   * Begins with nothing and learns.
   *
   * @param zone in which days begin
   */
  public static Experience learning(ZoneId zone) {
    return learning(zone, new StatementTrust(zone), true);
  }

  /**
   * Begins with nothing and learns, and believes what is said as long as it has learnt nothing.
   * What was asked for comes before money, and waiting for a good price costs nothing.
   *
   * @param zone in which days begin
   */
  public static Experience believing(ZoneId zone) {
    return learning(zone, StatementTrust.believing(zone), false);
  }

  private static Experience learning(ZoneId zone, StatementTrust trust, boolean wary) {
    return new Experience(
        Optional.of(new ArrivalForecast(zone)),
        Optional.of(new PeakForecast(zone)),
        Optional.of(trust),
        Optional.of(new Habits()),
        wary);
  }

  /**
   * Takes up a session of another place or time: it shows how far what is said can be believed, but
   * not who comes here when.
   */
  public void learnWords(PastSession elsewhere) {
    trust.ifPresent(forecast -> forecast.learn(elsewhere));
  }

  /**
   * Whether words are weighed against money: then energy that is put off counts as dearer, and what
   * was asked for has a price.
   */
  public boolean isWary() {
    return wary;
  }

  /** Takes up a session that is over. */
  public void learn(PastSession past) {
    arrivals.ifPresent(forecast -> forecast.learn(past));
    peaks.ifPresent(forecast -> forecast.learn(past));
    trust.ifPresent(forecast -> forecast.learn(past));
  }

  /** Takes up who it was, for the next time that nobody tells. */
  public void learn(Habits.Guest guest, PastSession past) {
    habits.ifPresent(known -> known.learn(guest, past.stay(), past.delivered()));
  }

  /** Who will probably arrive within a grid, after its start. */
  public List<ExpectedArrivals> expectedArrivals(TimeGrid grid) {
    return arrivals.map(forecast -> forecast.expect(grid)).orElse(List.of());
  }

  /** The peak that the running month will probably need anyway; 0 W when nobody knows. */
  public Power expectedPeak(Instant now) {
    return peaks.map(forecast -> forecast.expect(now)).orElse(Power.ZERO);
  }

  /** Whether {@link #expectedPeak} rests on enough days to rely on it. */
  public boolean isPeakSettled(Instant now) {
    return peaks.map(forecast -> forecast.isSettled(now)).orElse(false);
  }

  /**
   * What a vehicle will probably have taken in the end.
   *
   * @param said since the session started; the most that is answered
   * @param delivered since the session started
   */
  public Energy likelyEnergy(Energy said, Energy delivered) {
    return trust.map(t -> t.energy(said, delivered)).orElse(said);
  }

  /**
   * Until when a vehicle is probably there.
   *
   * @param said the latest that is answered
   * @param now not before the arrival
   */
  public Instant likelyDeparture(Instant arrival, Instant said, Instant now) {
    return trust.map(t -> t.departure(arrival, said, now)).orElse(said);
  }

  /**
   * What a vehicle of which nobody tells will probably have taken in the end; empty when too little
   * is known.
   *
   * @param delivered since the session started
   */
  public Optional<Energy> habitualEnergy(Habits.Guest guest, Energy delivered) {
    return habits.flatMap(known -> known.energy(guest, ENERGY_QUANTILE, delivered));
  }

  /**
   * Until when a vehicle of which nobody tells is probably there; empty when too little is known.
   *
   * @param now not before the arrival
   */
  public Optional<Instant> habitualDeparture(Habits.Guest guest, Instant arrival, Instant now) {
    return habits
        .flatMap(known -> known.stay(guest, STAY_QUANTILE, Duration.between(arrival, now)))
        .map(arrival::plus)
        .map(leaves -> leaves.isBefore(now.plus(SHORTEST_REST)) ? now.plus(SHORTEST_REST) : leaves);
  }
}
