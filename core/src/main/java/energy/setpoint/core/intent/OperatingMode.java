package energy.setpoint.core.intent;

import energy.setpoint.core.quantity.Power;
import java.util.List;

/**
 * How a bidirectional EVSE acts in its transaction (OCPP 2.1 part 2, use cases Q05 to Q10, with the
 * errata).
 */
public sealed interface OperatingMode {

  /** The most that is fed back, as far as the engine knows: at most 0 W. */
  default Power floor() {
    return Power.ZERO;
  }

  /** How many points a curve may have (ChargingSchedulePeriodType). */
  int MOST_POINTS = 20;

  /**
   * An energy manager at the site sets the limits, in both directions (Q05). It may raise them
   * above the intent's ceiling, which only holds until it speaks: the EVSE must be budgeted at all
   * that it can take, or be held by a {@link CapStation}.
   *
   * @param floor the most that is fed back until the energy manager says otherwise, at most 0 W
   */
  record ExternalLimits(Power floor) implements OperatingMode {
    public ExternalLimits {
      requireFloor(floor);
    }
  }

  /**
   * An energy manager at the site gives the setpoint, within the ceiling and the floor (Q05).
   *
   * @param floor the most that is fed back, at most 0 W
   */
  record ExternalSetpoint(Power floor) implements OperatingMode {
    public ExternalSetpoint {
      requireFloor(floor);
    }
  }

  /**
   * The station keeps the load of the site within thresholds that it was configured with (Q09).
   *
   * @param floor the most that is fed back, at most 0 W
   */
  record LocalLoadBalancing(Power floor) implements OperatingMode {
    public LocalLoadBalancing {
      requireFloor(floor);
    }
  }

  /**
   * A reserve for the grid that the engine commands from a frequency measured elsewhere (Q07): a
   * setpoint that {@link AdjustSetpoint} moves.
   *
   * @param setpoint to begin with; negative feeds back
   */
  record CentralFrequency(Power setpoint) implements OperatingMode {
    @Override
    public Power floor() {
      return setpoint.min(Power.ZERO);
    }
  }

  /**
   * A reserve for the grid that follows the frequency that the station measures, and beside it the
   * signals of {@link CallReserve} (Q08).
   *
   * @param baseline around which frequency and signal move the power
   * @param response to the frequency in Hz: 2 to 20 points, ascending, straight in between
   * @param reserve to the signal, a whole number: empty for none, or 2 to 20 points, ascending
   */
  record LocalFrequency(Power baseline, List<CurvePoint> response, List<CurvePoint> reserve)
      implements OperatingMode {
    public LocalFrequency {
      response = List.copyOf(response);
      reserve = List.copyOf(reserve);
      requireCurve("frequency", response);
      if (!reserve.isEmpty()) {
        requireCurve("signal", reserve);
        reserve.forEach(OperatingMode::requireWhole);
      }
    }

    @Override
    public Power floor() {
      return baseline.plus(least(response)).plus(least(reserve)).min(Power.ZERO);
    }

    private static Power least(List<CurvePoint> curve) {
      return curve.stream().map(CurvePoint::power).reduce(Power::min).orElse(Power.ZERO);
    }
  }

  /**
   * Neither takes nor feeds back; the vehicle stays connected (Q10).
   *
   * @param evseSleep the power electronics may sleep
   * @param preconditioning the vehicle shall keep its battery ready
   */
  record Idle(boolean evseSleep, boolean preconditioning) implements OperatingMode {}

  /**
   * @param at the frequency in Hz, or the signal
   * @param power to add to the baseline; negative feeds back
   */
  record CurvePoint(double at, Power power) {}

  private static void requireFloor(Power floor) {
    if (floor.watts() > 0) {
      throw new IllegalArgumentException(
          "What is fed back at most is 0 W or negative, not " + floor + ".");
    }
  }

  private static void requireCurve(String of, List<CurvePoint> points) {
    boolean ascending = true;
    for (int i = 1; i < points.size(); i++) {
      ascending &= points.get(i - 1).at() < points.get(i).at();
    }
    if (points.size() < 2 || points.size() > MOST_POINTS || !ascending) {
      throw new IllegalArgumentException(
          "A curve over the %s has 2 to %d points in ascending order, not %s."
              .formatted(of, MOST_POINTS, points));
    }
  }

  private static void requireWhole(CurvePoint point) {
    if (point.at() != Math.rint(point.at()) || Math.abs(point.at()) > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("A signal is a whole number, not " + point.at() + ".");
    }
  }
}
