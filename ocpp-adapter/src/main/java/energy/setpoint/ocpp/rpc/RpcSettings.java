package energy.setpoint.ocpp.rpc;

import java.time.Duration;

/**
 * How patient an endpoint is.
 *
 * @param callTimeout how long a call may stay unanswered, on the wall clock
 * @param maxWaitingCalls how many calls of one precedence may wait behind the one that is under
 *     way, at least 0
 * @param maxBadFrames the connection is closed when more bad frames than this arrive...
 * @param badFrameWindow ...within this time, on the wall clock
 * @param maxWait how long a call may wait for its turn, on the wall clock
 */
public record RpcSettings(
    Duration callTimeout,
    int maxWaitingCalls,
    int maxBadFrames,
    Duration badFrameWindow,
    Duration maxWait) {

  private static final Duration USUAL_WAIT = Duration.ofMinutes(2);

  public static final RpcSettings DEFAULT =
      new RpcSettings(Duration.ofSeconds(30), 32, 10, Duration.ofMinutes(1));

  /** With the usual patience for calls that wait. */
  public RpcSettings(
      Duration callTimeout, int maxWaitingCalls, int maxBadFrames, Duration badFrameWindow) {
    this(callTimeout, maxWaitingCalls, maxBadFrames, badFrameWindow, USUAL_WAIT);
  }

  public RpcSettings {
    if (!maxWait.isPositive()) {
      throw new IllegalArgumentException("A call must be allowed to wait.");
    }
    if (!callTimeout.isPositive() || !badFrameWindow.isPositive()) {
      throw new IllegalArgumentException("Timeouts must be above 0.");
    }
    if (maxWaitingCalls < 0 || maxBadFrames < 0) {
      throw new IllegalArgumentException("Limits must be at least 0.");
    }
  }

  public RpcSettings withCallTimeout(Duration value) {
    return new RpcSettings(value, maxWaitingCalls, maxBadFrames, badFrameWindow, maxWait);
  }
}
