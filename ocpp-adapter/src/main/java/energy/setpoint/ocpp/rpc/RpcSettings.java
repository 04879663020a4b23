package energy.setpoint.ocpp.rpc;

import java.time.Duration;

/**
 * How patient an endpoint is.
 *
 * @param callTimeout how long a call may stay unanswered, on the wall clock
 * @param maxWaitingCalls how many calls may wait behind the one that is under way, at least 0
 * @param maxBadFrames the connection is closed when more bad frames than this arrive...
 * @param badFrameWindow ...within this time, on the wall clock
 */
public record RpcSettings(
    Duration callTimeout, int maxWaitingCalls, int maxBadFrames, Duration badFrameWindow) {

  public static final RpcSettings DEFAULT =
      new RpcSettings(Duration.ofSeconds(30), 32, 10, Duration.ofMinutes(1));

  public RpcSettings {
    if (!callTimeout.isPositive() || !badFrameWindow.isPositive()) {
      throw new IllegalArgumentException("Timeouts must be above 0.");
    }
    if (maxWaitingCalls < 0 || maxBadFrames < 0) {
      throw new IllegalArgumentException("Limits must be at least 0.");
    }
  }
}
