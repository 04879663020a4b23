package energy.setpoint.ocpp.gateway;

import energy.setpoint.ocpp.rpc.RpcSettings;
import java.time.Duration;

/**
 * How the gateway treats all stations.
 *
 * @param heartbeatInterval how often a station shall send a heartbeat, by its own clock
 * @param maxWaitingIntents how many intents may wait for one station, above 0
 */
public record GatewaySettings(Duration heartbeatInterval, int maxWaitingIntents, RpcSettings rpc) {

  public static final GatewaySettings DEFAULT =
      new GatewaySettings(Duration.ofMinutes(5), 64, RpcSettings.DEFAULT);

  public GatewaySettings {
    if (!heartbeatInterval.isPositive() || maxWaitingIntents < 1) {
      throw new IllegalArgumentException(
          "The heartbeat interval and the number of waiting intents must be above 0.");
    }
  }

  /** Of the memory for received messages: 64 Mi characters for all stations together. */
  private static final int ALL_MESSAGES = 64 << 20;

  private static final int LEAST_SHARE = 4 << 10;
  private static final int LARGEST_SHARE = 1 << 20;

  /** How many characters of received messages are kept of each of so many stations. */
  int shareOfMessages(int stations) {
    return Math.clamp(ALL_MESSAGES / Math.max(1, stations), LEAST_SHARE, LARGEST_SHARE);
  }

  public GatewaySettings withRpc(RpcSettings value) {
    return new GatewaySettings(heartbeatInterval, maxWaitingIntents, value);
  }
}
