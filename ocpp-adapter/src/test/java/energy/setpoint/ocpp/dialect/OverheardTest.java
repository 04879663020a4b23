package energy.setpoint.ocpp.dialect;

import static energy.setpoint.ocpp.dialect.FakeStation.evse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.setpoint.core.event.StationBooted;
import energy.setpoint.core.event.StationEvent;
import energy.setpoint.core.event.TransactionEnded;
import energy.setpoint.core.event.TransactionStarted;
import energy.setpoint.ocpp.Dialects;
import energy.setpoint.ocpp.rpc.RpcException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the engine learns from calls that another CSMS has answered. */
class OverheardTest {

  private static final String BOOTED =
      "{\"status\":\"%s\",\"currentTime\":\"2026-11-01T12:00:00Z\",\"interval\":60}";
  private static final String EVENT =
      "{\"eventType\":\"%s\",\"timestamp\":\"2026-11-01T12:00:00Z\",\"triggerReason\":\"Trigger\","
          + "\"seqNo\":1,\"transactionInfo\":{\"transactionId\":\"tx\"},\"evse\":{\"id\":2}}";

  private final FakeStation station = new FakeStation();

  @Test
  void takesTheTransactionIdOf16FromTheAnswer() throws RpcException {
    var events =
        overhear(
            dialect("ocpp1.6"),
            "StartTransaction",
            "{\"connectorId\":2,\"idTag\":\"T\",\"meterStart\":5,"
                + "\"timestamp\":\"2026-11-01T12:00:00Z\"}",
            "{\"transactionId\":4711,\"idTagInfo\":{\"status\":\"Accepted\"}}");

    assertThat(events.getFirst())
        .isInstanceOfSatisfying(
            TransactionStarted.class,
            started -> {
              assertThat(started.transactionId()).isEqualTo("4711");
              assertThat(started.evse()).isEqualTo(evse(2));
            });
    assertThat(station.nextTransactionId()).as("no id of ours was used").isEqualTo(701);
  }

  @Test
  void learnsNothingFromAnAnswerWithoutATransactionId() {
    assertThatThrownBy(() ->
            overhear(
                dialect("ocpp1.6"),
                "StartTransaction",
                "{\"connectorId\":2,\"idTag\":\"T\",\"meterStart\":5,"
                    + "\"timestamp\":\"2026-11-01T12:00:00Z\"}",
                "{}"))
        .isInstanceOf(RpcException.class);
  }

  @ParameterizedTest
  @MethodSource("twos")
  void takesTheTransactionIdOf2xFromTheStation(OcppDialect dialect) throws RpcException {
    var started = overhear(dialect, "TransactionEvent", EVENT.formatted("Started"), "{}");
    station.knowing("tx", 2);
    var ended = overhear(dialect, "TransactionEvent", EVENT.formatted("Ended"), "{}");

    assertThat(started).hasOnlyElementsOfType(TransactionStarted.class).hasSize(1);
    assertThat(ended).hasOnlyElementsOfType(TransactionEnded.class).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("all")
  void takesAStationForBootedOnceItIsAccepted(OcppDialect dialect) throws RpcException {
    String boot =
        dialect.subprotocol().equals("ocpp1.6")
            ? "{\"chargePointVendor\":\"V\",\"chargePointModel\":\"M\"}"
            : "{\"reason\":\"PowerUp\",\"chargingStation\":{\"vendorName\":\"V\",\"model\":\"M\"}}";

    assertThat(overhear(dialect, "BootNotification", boot, BOOTED.formatted("Pending"))).isEmpty();
    assertThat(overhear(dialect, "BootNotification", boot, BOOTED.formatted("Accepted")))
        .hasOnlyElementsOfType(StationBooted.class)
        .hasSize(1);
  }

  static Stream<OcppDialect> all() {
    return Dialects.bundled().stream();
  }

  static Stream<OcppDialect> twos() {
    return all().filter(it -> it.subprotocol().startsWith("ocpp2"));
  }

  private static OcppDialect dialect(String subprotocol) {
    return all().filter(it -> it.subprotocol().equals(subprotocol)).findFirst().orElseThrow();
  }

  private List<StationEvent> overhear(
      OcppDialect dialect, String action, String request, String response) throws RpcException {
    return dialect.overhear(action, json(request), json(response), station);
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
