package energy.setpoint.core.forecast;

import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.time.TimeGrid;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What a site has learnt from its own past sessions. Never looks ahead: a forecast depends on the
 * sessions that were over when it was made. Confined to the engine's loop.
 */
public final class Experience {

  private final Optional<ArrivalForecast> arrivals;
  private final Optional<PeakForecast> peaks;

  private Experience(Optional<ArrivalForecast> arrivals, Optional<PeakForecast> peaks) {
    this.arrivals = arrivals;
    this.peaks = peaks;
  }

  /** Learns nothing and expects nothing: who is there is all there is. */
  public static Experience none() {
    return new Experience(Optional.empty(), Optional.empty());
  }

  /**
   * Begins with nothing and learns.
   *
   * @param zone in which days begin
   */
  public static Experience learning(ZoneId zone) {
    return new Experience(
        Optional.of(new ArrivalForecast(zone)), Optional.of(new PeakForecast(zone)));
  }

  /** Takes up a session that is over. */
  public void learn(PastSession past) {
    arrivals.ifPresent(forecast -> forecast.learn(past));
    peaks.ifPresent(forecast -> forecast.learn(past));
  }

  /** Who will probably arrive within a grid, after its start. */
  public List<ExpectedArrivals> expectedArrivals(TimeGrid grid) {
    return arrivals.map(forecast -> forecast.expect(grid)).orElse(List.of());
  }

  /** The peak that the running month will probably need anyway; 0 W when nobody knows. */
  public Power expectedPeak(Instant now) {
    return peaks.map(forecast -> forecast.expect(now)).orElse(Power.ZERO);
  }
}
