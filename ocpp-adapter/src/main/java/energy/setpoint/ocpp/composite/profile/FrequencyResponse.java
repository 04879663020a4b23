package energy.setpoint.ocpp.composite.profile;

import java.util.List;
import java.util.Optional;

/**
 * What a station needs to find a setpoint by itself in mode {@code LocalFrequency} (2.1 Q08).
 *
 * @param baselineWatts to which the curves are added
 * @param byFrequency power over frequency
 * @param bySignal power over the signal of the transmission system operator
 */
public record FrequencyResponse(
    Optional<Double> baselineWatts, List<Point> byFrequency, List<Point> bySignal) {

  /** Nothing of it. */
  public static final FrequencyResponse NONE =
      new FrequencyResponse(Optional.empty(), List.of(), List.of());

  /**
   * A point of a curve.
   *
   * @param at the frequency in Hz, or the signal
   * @param watts the power there, negative to discharge
   */
  public record Point(double at, double watts) {}

  public FrequencyResponse {
    byFrequency = List.copyOf(byFrequency);
    bySignal = List.copyOf(bySignal);
  }
}
