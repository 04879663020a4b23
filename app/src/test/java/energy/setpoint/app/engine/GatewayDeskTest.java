package energy.setpoint.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.app.config.station.CallPermission;
import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.gateway.CallReply;
import energy.setpoint.ocpp.gateway.EngineSide;
import energy.setpoint.ocpp.gateway.FrameTaps;
import energy.setpoint.ocpp.gateway.GatewaySettings;
import energy.setpoint.ocpp.gateway.OcppGateway;
import energy.setpoint.ocpp.stats.OcppCounters;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What people may have sent to stations. */
class GatewayDeskTest {

  private static final StationId GATE = new StationId("gate");

  @Test
  void keepsThePasswordOfAStationFromPeopleWhomTheSiteFileDoesNotLetNearIt() {
    var desk = new GatewayDesk(gateway(), CallPermission.ALL);
    var payload =
        JsonMapper.shared().createObjectNode().put("key", "AuthorizationKey").put("value", "ab");

    var reply = desk.request(GATE, "ChangeConfiguration", payload).toCompletableFuture().join();

    assertThat(reply)
        .isInstanceOfSatisfying(
            CallReply.Forbidden.class, it -> assertThat(it.reason()).contains("Credentials"));
  }

  private static OcppGateway gateway() {
    return new OcppGateway(
        Map.of(GATE, StationTraits.PLAIN_AC),
        new EngineSide(event -> {}, () -> 1, (station, token) -> true, () -> Instant.EPOCH),
        GatewaySettings.DEFAULT,
        FrameTaps.NONE,
        new OcppCounters());
  }
}
