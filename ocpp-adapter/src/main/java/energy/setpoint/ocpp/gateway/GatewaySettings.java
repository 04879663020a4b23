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

  public GatewaySettings withRpc(RpcSettings value) {
    return new GatewaySettings(heartbeatInterval, maxWaitingIntents, value);
  }
}
