package energy.setpoint.ocpp.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.ocpp.dialect.OcppDialect;
import energy.setpoint.ocpp.gateway.InterviewSettings;
import energy.setpoint.ocpp.v16.Ocpp16Dialect;
import energy.setpoint.ocpp.v201.Ocpp201Dialect;
import energy.setpoint.ocpp.v21.Ocpp21Dialect;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** A station is asked what it can do without its CSMS noticing. */
class InterviewBehindCsmsTest {

  private static final InterviewSettings SETTINGS =
      InterviewSettings.DEFAULT.withMeterInterval(Optional.of(Duration.ofSeconds(10)));
  private static final String REPORT =
      "[2,\"n\",\"NotifyReport\",{\"requestId\":%d,\"seqNo\":0,"
          + "\"generatedAt\":\"2026-06-01T10:00:00Z\"}]";

  private final ProxyBench bench = new ProxyBench();

  @ParameterizedTest
  @MethodSource("twos")
  void keepsTheReportThatItAskedForToItself(OcppDialect dialect) {
    begin(dialect);
    bench.station("[3,\"own-1\",{\"status\":\"Accepted\"}]");

    bench.station(REPORT.formatted(asked()));

    assertThat(bench.atCsms).isEmpty();
    assertThat(bench.atStation.get(1)).isEqualTo("[3,\"n\",{}]");
  }

  @ParameterizedTest
  @MethodSource("twos")
  void passesOnTheReportThatTheCsmsAskedFor(OcppDialect dialect) {
    begin(dialect);

    bench.station(REPORT.formatted(7));

    assertThat(bench.atCsms).containsExactly(REPORT.formatted(7));
  }

  @ParameterizedTest
  @MethodSource("twos")
  void neitherAsksForABootNorSetsHowOftenAStationMeasures(OcppDialect dialect) {
    begin(dialect);
    bench.station("[3,\"own-1\",{\"status\":\"Accepted\"}]");
    bench.station(REPORT.formatted(asked()));

    assertThat(bench.atStation).hasSize(2);
    assertThat(bench.atStation.getFirst()).contains("GetBaseReport");
  }

  @Test
  void neitherAsksForABootNorSetsHowOftenAStationOf16Measures() {
    begin(new Ocpp16Dialect());
    bench.station("[3,\"own-1\",{\"configurationKey\":[],\"unknownKey\":[]}]");

    assertThat(bench.atStation).hasSize(1);
    assertThat(bench.atStation.getFirst()).contains("GetConfiguration");
  }

  static Stream<OcppDialect> twos() {
    return Stream.of(new Ocpp201Dialect(), new Ocpp21Dialect());
  }

  private void begin(OcppDialect dialect) {
    bench.dialect = dialect;
    bench.interviews = Optional.of(SETTINGS);
    bench.connect();
    bench.ring(SETTINGS.bootGrace());
  }

  /** The id of the report that the interview asked for. */
  private int asked() {
    String question = bench.atStation.getFirst();
    return JsonMapper.shared().readTree(question).path(3).path("requestId").intValue();
  }
}
