package energy.setpoint.ocpp.v21.station;

import static energy.setpoint.ocpp.dialect.trait.StationTraits.RateUnit.A;
import static energy.setpoint.ocpp.dialect.trait.StationTraits.RateUnit.W;
import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.intent.EvseIntent;
import energy.setpoint.ocpp.dialect.FakeStation;
import energy.setpoint.ocpp.dialect.Handled;
import energy.setpoint.ocpp.dialect.IntentFixtures;
import energy.setpoint.ocpp.dialect.Intents;
import energy.setpoint.ocpp.dialect.OcppDialect;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.dialect.trait.StationTraits.Ability;
import energy.setpoint.ocpp.dialect.trait.StationTraits.OperationMode;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.schema.Checked;
import energy.setpoint.ocpp.v21.Ocpp21Dialect;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a station gets that asks for the values of its Dynamic profile (K28.FR.07, Q07). */
class PulledSetpoints21Test {

  private static final JsonMapper JSON = new JsonMapper();

  private final OcppDialect dialect = new Checked(new Ocpp21Dialect());
  private final FakeStation station = new FakeStation();

  /** What a station pulls is what it was sent, in the same unit and with the same fields. */
  @ParameterizedTest
  @MethodSource("dynamicStations")
  void givesAStationThatAsksWhatItWasSentLast(String intent, StationTraits traits)
      throws RpcException {
    station.wanting(wanted(intent)).with(traits);
    JsonNode sent = Intents.onlyCall(dialect.encode(wanted(intent), traits)).payload();

    var handled = handle("PullDynamicScheduleUpdate", "{\"chargingProfileId\": 480001}");

    JsonNode pulled = handled.response().path("scheduleUpdate");
    JsonNode held =
        sent.has("scheduleUpdate")
            ? sent.get("scheduleUpdate")
            : sent.findValue("chargingSchedulePeriod").get(0);
    assertThat(handled.response().get("status").stringValue()).isEqualTo("Accepted");
    for (String field : List.of("setpoint", "setpoint_L2", "limit", "limit_L2", "dischargeLimit")) {
      assertThat(pulled.path(field)).as(field).isEqualTo(held.path(field));
    }
  }

  static Stream<Arguments> dynamicStations() {
    return Stream.of(
            "FollowSetpoint -5000 W, fast", "AdjustSetpoint 0 W", "Operate CentralFrequency")
        .flatMap(intent ->
            Stream.of(
                    StationTraits.alternating(A, W),
                    StationTraits.alternating(A),
                    StationTraits.alternating(W),
                    StationTraits.PLAIN_DC)
                .map(plain ->
                    plain
                        .with(Ability.DYNAMIC_PROFILES)
                        .with(OperationMode.CENTRAL_SETPOINT)
                        .with(OperationMode.CENTRAL_FREQUENCY))
                .flatMap(able ->
                    Stream.of(
                        able,
                        able.with(Ability.LIMIT_PER_PHASE),
                        able.with(Ability.LIMIT_BESIDE_SETPOINT),
                        able.with(Ability.LIMIT_PER_PHASE).with(Ability.LIMIT_BESIDE_SETPOINT)))
                .map(traits -> Arguments.of(intent, traits)));
  }

  /** K28.FR.12: its setpoint was sent as a profile that is not Dynamic. */
  @Test
  void givesNothingToAStationThatHasNoDynamicProfiles() throws RpcException {
    station.wanting(wanted("FollowSetpoint -5000 W, fast")).with(Intents.DC_WITH_SETPOINTS);

    var handled = handle("PullDynamicScheduleUpdate", "{\"chargingProfileId\": 480001}");

    assertThat(handled.response().get("status").stringValue()).isEqualTo("Rejected");
  }

  private static EvseIntent wanted(String name) {
    return (EvseIntent) IntentFixtures.all().get(name);
  }

  private Handled handle(String action, String payload) throws RpcException {
    return dialect.handle(action, JSON.readTree(payload), station);
  }
}
