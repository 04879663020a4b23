package energy.setpoint.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.ocpp.gateway.CallReply;
import energy.setpoint.ocpp.gateway.memory.ReceivedMessage;
import energy.setpoint.ocpp.rpc.CallOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Any call to a station, what stations sent, and what they can do. */
class StationMessagesIT {

  private static final String JSON = "application/json";
  private static final String CALLS = "/api/v1/stations/depot-16-a/calls/";
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private static RunningDepot depot;

  @BeforeAll
  static void start() {
    depot = new RunningDepot(DepotEngine.at(DepotEngine.EVENING));
  }

  @AfterAll
  static void stop() {
    depot.close();
  }

  @BeforeEach
  void forget() {
    depot.engine.desk.requests.clear();
    depot.engine.desk.messages.clear();
  }

  @Test
  void sendsACallAsItWasWrittenAndGivesTheStationsAnswerBack() {
    JsonNode answer = MAPPER.readTree("{\"status\":\"Accepted\"}");
    depot.engine.desk.reply = new CallReply.Ended(new CallOutcome.Answered("1", answer, ""));

    var response = depot.post(CALLS + "DataTransfer", JSON, "{\"vendorId\":\"v\",\"data\":1.50}");

    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(MAPPER.readTree(response.body())).isEqualTo(answer);
    assertThat(depot.engine.desk.requests)
        .containsExactly("depot-16-a DataTransfer {\"vendorId\":\"v\",\"data\":1.50}");
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of(new CallReply.NotConnected(), 409, "not-connected"),
        Arguments.of(new CallReply.UnknownAction("OCPP 1.6", Set.of("Reset")), 404, "not-found"),
        Arguments.of(new CallReply.Forbidden("no"), 403, "forbidden"),
        Arguments.of(new CallReply.Malformed("type is missing."), 422, "invalid-values"),
        ended(new CallOutcome.Failed("1", "NotSupported", "never", ""), 422, "station-refused"),
        ended(new CallOutcome.Garbled("1", "nonsense", ""), 502, "station-garbled"),
        ended(new CallOutcome.TimedOut("1", Duration.ofSeconds(30)), 504, "station-silent"),
        ended(new CallOutcome.Closed(Optional.of("1"), "gone"), 504, "station-silent"),
        ended(new CallOutcome.Closed(Optional.empty(), "gone"), 409, "not-connected"),
        ended(new CallOutcome.Expired(Duration.ofMinutes(2)), 503, "busy"),
        ended(new CallOutcome.QueueFull(32), 503, "busy"));
  }

  private static Arguments ended(CallOutcome outcome, int status, String type) {
    return Arguments.of(new CallReply.Ended(outcome), status, type);
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void saysWhyThereIsNoAnswer(CallReply reply, int status, String type) {
    depot.engine.desk.reply = reply;

    var response = depot.post(CALLS + "Reset", JSON, "{\"type\":\"Soft\"}");

    JsonNode problem = MAPPER.readTree(response.body());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(problem.at("/type").stringValue()).isEqualTo("/problems/" + type);
  }

  @Test
  void namesTheActionsThatAVersionHas() {
    depot.engine.desk.reply =
        new CallReply.UnknownAction("OCPP 1.6", Set.of("Reset", "ClearCache"));

    var response = depot.post(CALLS + "Dance", JSON, "{}");

    JsonNode problem = MAPPER.readTree(response.body());
    assertThat(problem.at("/detail").stringValue()).contains("OCPP 1.6", "Dance");
    assertThat(problem.at("/actions").toString()).isEqualTo("[\"ClearCache\",\"Reset\"]");
  }

  @Test
  void tellsTheStationsOwnWords() {
    depot.engine.desk.reply =
        new CallReply.Ended(new CallOutcome.Failed("1", "NotSupported", "never", ""));

    var response = depot.post(CALLS + "Reset", JSON, "{}");

    JsonNode problem = MAPPER.readTree(response.body());
    assertThat(problem.at("/errorCode").stringValue()).isEqualTo("NotSupported");
    assertThat(problem.at("/errorDescription").stringValue()).isEqualTo("never");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "7", "{", "{} {}"})
  void takesNothingButAnObject(String body) {
    var response = depot.post(CALLS + "Reset", JSON, body);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    assertThat(depot.engine.desk.requests).isEmpty();
  }

  @Test
  void knowsNoOtherStations() {
    assertThat(depot.post("/api/v1/stations/other/calls/Reset", JSON, "{}").statusCode())
        .isEqualTo(404);
    assertThat(depot.get("/api/v1/stations/other/messages").statusCode()).isEqualTo(404);
  }

  @Test
  void listsWhatAStationSentByActionTimeAndNumber() {
    Instant noon = Instant.parse("2026-11-02T12:00:00Z");
    depot.engine.desk.messages.add(
        new ReceivedMessage(noon.plusSeconds(2), "NotifyReport", "{\"seqNo\":1,\"x\":1.50}"));
    depot.engine.desk.messages.add(
        new ReceivedMessage(noon.plusSeconds(1), "NotifyReport", "{\"seqNo\":0}"));
    depot.engine.desk.messages.add(new ReceivedMessage(noon, "Heartbeat", "{}"));
    String path = "/api/v1/stations/depot-16-a/messages";

    var all = depot.get(path).body();

    assertThat(all).contains("{\"seqNo\":1,\"x\":1.50}");
    assertThat(depot.json(path)).hasSize(3);
    assertThat(depot.json(path + "?action=NotifyReport")).hasSize(2);
    assertThat(depot.json(path + "?from=2026-11-02T12:00:01Z")).hasSize(2);
    assertThat(depot.json(path + "?limit=1").at("/0/action").stringValue())
        .isEqualTo("NotifyReport");
    assertThat(depot.get(path + "?limit=0").statusCode()).isEqualTo(400);
  }

  @Test
  void showsWhatAStationCanDoAndWhoSaysSo() {
    JsonNode station = depot.json("/api/v1/stations/depot-16-a");
    JsonNode values = station.at("/traits/values");

    assertThat(station.at("/traits/vendor").stringValue()).isEqualTo("Vendor");
    assertThat(station.at("/traits/toldInFull").booleanValue()).isTrue();
    assertThat(station.at("/traits/told/0/name").stringValue())
        .isEqualTo("ChargingScheduleMaxPeriods");
    assertThat(values.toString())
        .contains("{\"name\":\"rateUnits\",\"value\":\"A\",\"source\":\"SITE_FILE\"}")
        .contains(
            "{\"name\":\"maxStackLevel\",\"value\":\"0\",\"source\":\"QUIRK\","
                + "\"because\":\"seen in a test\"}")
        .contains("{\"name\":\"maxPeriods\",\"value\":\"24\",\"source\":\"STATION\"}")
        .contains("{\"name\":\"ZERO_PAUSES\",\"value\":\"yes\",\"source\":\"DEFAULT\"}");
  }
}
