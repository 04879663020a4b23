package energy.setpoint.core.intent;

import energy.setpoint.core.quantity.Power;
import java.util.List;

/** How a bidirectional EVSE acts by itself (OCPP 2.1 part 2, use cases Q04 to Q10). */
public sealed interface OperatingMode {

  /**
   * Within a ceiling and a floor the vehicle or an energy manager at the site decides.
   *
   * @param floor the most that is fed back, at most 0 W
   */
  record ExternalLimits(Power floor) implements OperatingMode {
    public ExternalLimits {
      requireFloor(floor);
    }
  }

  /**
   * An energy manager at the site gives the setpoint.
   *
   * @param floor the most that is fed back, at most 0 W
   */
  record ExternalSetpoint(Power floor) implements OperatingMode {
    public ExternalSetpoint {
      requireFloor(floor);
    }
  }

  /**
   * The station keeps the load of the site within thresholds that it was configured with.
   *
   * @param floor the most that is fed back, at most 0 W
   */
  record LocalLoadBalancing(Power floor) implements OperatingMode {
    public LocalLoadBalancing {
      requireFloor(floor);
    }
  }

  /**
   * A reserve for the grid that the operator calls by signal.
   *
   * @param baseline around which the signal moves the power
   * @param response to the signal, at least two points, the signal ascending
   */
  record CentralFrequency(Power baseline, List<CurvePoint> response) implements OperatingMode {
    public CentralFrequency {
      response = List.copyOf(response);
    }
  }

  /**
   * A reserve for the grid that follows the frequency that the station measures.
   *
   * @param baseline around which the frequency moves the power
   * @param response to the frequency in Hz, at least two points, ascending
   */
  record LocalFrequency(Power baseline, List<CurvePoint> response) implements OperatingMode {
    public LocalFrequency {
      response = List.copyOf(response);
      if (response.size() < 2) {
        throw new IllegalArgumentException("A response needs at least two points.");
      }
    }
  }

  /** Neither takes nor feeds back; the vehicle stays connected. */
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
}
