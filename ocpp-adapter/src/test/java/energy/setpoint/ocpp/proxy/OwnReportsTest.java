package energy.setpoint.ocpp.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.DerIntent;
import energy.setpoint.ocpp.dialect.OcppDialect;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.gateway.memory.ReceivedMessage;
import energy.setpoint.ocpp.traits.StationKnowledge;
import energy.setpoint.ocpp.v16.Ocpp16Dialect;
import energy.setpoint.ocpp.v201.Ocpp201Dialect;
import energy.setpoint.ocpp.v21.Ocpp21Dialect;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a station reports goes to whoever asked for it. */
class OwnReportsTest {

  private static final String ACCEPTED = "{\"status\":\"Accepted\"}";

  private final ProxyBench bench = new ProxyBench();

  @ParameterizedTest
  @MethodSource("reports")
  void keepsWhatAPersonHereAskedForFromTheCsms(
      OcppDialect dialect, String question, String report, String rest) {
    bench.dialect = dialect;
    bench.connect();
    bench.call(question, "{\"requestId\":7" + restOf(question) + "}");
    int asked = requestIdOf(bench.atStation.getLast());
    bench.station("[3,\"own-1\"," + ACCEPTED + "]");

    bench.station("[2,\"r\",\"%s\",{\"requestId\":%d%s}]".formatted(report, asked, rest));

    assertThat(bench.atCsms).isEmpty();
    assertThat(bench.atStation.getLast()).startsWith("[3,\"r\"");
    assertThat(bench.received()).extracting(ReceivedMessage::action).contains(report);
    assertThat(bench.received().getFirst().payload()).contains("\"requestId\":7");
  }

  @ParameterizedTest
  @MethodSource("reports")
  void passesOnWhatTheCsmsAskedForWithTheSameNumberAtTheSameTime(
      OcppDialect dialect, String question, String report, String rest) {
    bench.dialect = dialect;
    bench.connect();
    bench.call(question, "{\"requestId\":7" + restOf(question) + "}");
    bench.station("[3,\"own-1\"," + ACCEPTED + "]");
    String theirs = "[2,\"c\",\"%s\",{\"requestId\":7}]".formatted(question);
    bench.csms(theirs);
    bench.station("[3,\"c\"," + ACCEPTED + "]");
    String answer = "[2,\"r\",\"%s\",{\"requestId\":7%s}]".formatted(report, rest);

    bench.station(answer);

    assertThat(bench.atStation).contains(theirs);
    assertThat(bench.atCsms).containsExactly("[3,\"c\"," + ACCEPTED + "]", answer);
  }

  @Test
  void keepsTheDerControlsThatTheEngineAskedForFromTheCsms() {
    bench.dialect = new Ocpp21Dialect();
    bench.knowledge =
        StationKnowledge.fixed(StationTraits.PLAIN_AC.withDerControls(Set.of("FreqDroop")));
    bench.connect();
    ChargingIntent ask = new DerIntent.AskForControls(ProxyBench.CP1, 12);
    bench.send(ask);
    int asked = requestIdOf(bench.atStation.getLast());

    bench.station("[2,\"r\",\"ReportDERControl\",{\"requestId\":%d}]".formatted(asked));

    assertThat(bench.atCsms).isEmpty();
    assertThat(bench.received().getFirst().payload()).contains("\"requestId\":12");
  }

  @Test
  void keepsAReportToItselfThatAFormerConnectionAskedFor() {
    bench.dialect = new Ocpp21Dialect();
    bench.connect();

    bench.station("[2,\"r\",\"ReportDERControl\",{\"requestId\":480000123}]");

    assertThat(bench.atCsms).isEmpty();
  }

  @Test
  void refusesACallOfTheCsmsWithARequestIdOfOurs() {
    bench.dialect = new Ocpp21Dialect();
    bench.connect();

    bench.csms("[2,\"c\",\"GetBaseReport\",{\"requestId\":480000123}]");

    assertThat(bench.atStation).isEmpty();
    assertThat(bench.atCsms).singleElement().asString().startsWith("[4,\"c\"");
  }

  @ParameterizedTest
  @MethodSource("twos")
  void keepsWhatAVehicleMadeOfOurScheduleFromTheCsms(OcppDialect dialect) {
    bench.dialect = dialect;
    bench.connect();
    String schedule =
        "[2,\"r\",\"NotifyEVChargingSchedule\",{\"timeBase\":\"2026-06-01T10:00:00Z\",\"evseId\":1,"
            + "\"chargingSchedule\":{\"id\":%d,\"chargingRateUnit\":\"W\","
            + "\"chargingSchedulePeriod\":[{\"startPeriod\":0,\"limit\":5}]}}]";

    bench.station(schedule.formatted(480_001));
    bench.station(schedule.formatted(3).replace("\"r\"", "\"s\""));

    assertThat(bench.atCsms).containsExactly(schedule.formatted(3).replace("\"r\"", "\"s\""));
  }

  static Stream<OcppDialect> twos() {
    return Stream.of(new Ocpp201Dialect(), new Ocpp21Dialect());
  }

  static Stream<Arguments> reports() {
    String part = ",\"seqNo\":0,\"generatedAt\":\"2026-06-01T10:00:00Z\"";
    Stream<Arguments> both =
        twos()
            .flatMap(version ->
                Stream.of(
                    Arguments.of(version, "GetReport", "NotifyReport", part),
                    Arguments.of(version, "GetMonitoringReport", "NotifyMonitoringReport", part),
                    Arguments.of(
                        version,
                        "CustomerInformation",
                        "NotifyCustomerInformation",
                        part + ",\"data\":\"D\""),
                    Arguments.of(version, "GetDisplayMessages", "NotifyDisplayMessages", ""),
                    Arguments.of(
                        version, "GetLog", "LogStatusNotification", ",\"status\":\"Uploading\"")));
    return Stream.concat(
        both,
        Stream.of(
            Arguments.of(
                new Ocpp16Dialect(),
                "GetLog",
                "LogStatusNotification",
                ",\"status\":\"Uploading\""),
            Arguments.of(new Ocpp21Dialect(), "GetDERControl", "ReportDERControl", "")));
  }

  /** What the API looks at before it sends a call. */
  private static String restOf(String question) {
    return question.equals("CustomerInformation") ? ",\"report\":true,\"clear\":false" : "";
  }

  private static int requestIdOf(String frame) {
    JsonNode payload = JsonMapper.shared().readTree(frame).path(3);
    assertThat(payload.path("requestId").intValue()).isBetween(480_000_000, 480_009_999);
    return payload.path("requestId").intValue();
  }
}
