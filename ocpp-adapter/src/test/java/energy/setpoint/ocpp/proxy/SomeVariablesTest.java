package energy.setpoint.ocpp.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.ocpp.dialect.OcppDialect;
import energy.setpoint.ocpp.v201.Ocpp201Dialect;
import energy.setpoint.ocpp.v21.Ocpp21Dialect;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each variable that the CSMS sets is judged by its own right. */
class SomeVariablesTest {

  private static final String INTERVAL =
      "{ \"attributeValue\":\"60\", \"component\":{\"name\":\"OCPPCommCtrlr\"},"
          + "\"variable\":{\"name\":\"HeartbeatInterval\"}, \"customData\":{\"vendorId\":\"\\u00e9\"} }";
  private static final String SWITCH =
      "{\"attributeType\":\"Actual\",\"attributeValue\":\"false\",\"component\":{\"name\":\"SmartChargingCtrlr\"},"
          + "\"variable\":{\"name\":\"Enabled\"}}";
  private static final String PASSWORD =
      "{\"attributeValue\":\"0123456789abcdef\",\"component\":{\"name\":\"SecurityCtrlr\"},"
          + "\"variable\":{\"name\":\"BasicAuthPassword\"}}";
  private static final String NAME =
      "{\"attributeValue\":\"[x]\",\"component\":{\"name\":\"DisplayMessageCtrlr\"},"
          + "\"variable\":{\"name\":\"Enabled\"}}";

  private final ProxyBench bench = new ProxyBench();

  @ParameterizedTest
  @MethodSource("twos")
  void givesTheStationTheVariablesThatTheCsmsMaySetAsTheyWereWritten(OcppDialect dialect) {
    begin(dialect);

    bench.csms(set(SWITCH + " ," + INTERVAL + ", " + PASSWORD + "," + NAME));

    assertThat(bench.atStation).containsExactly(set(INTERVAL + "," + NAME));
    assertThat(bench.counters.rewritten()).containsEntry("variables without a right", 1L);
  }

  @ParameterizedTest
  @MethodSource("twos")
  void answersForEachVariableInTheOrderOfTheCall(OcppDialect dialect) {
    begin(dialect);
    bench.csms(set(SWITCH + "," + INTERVAL + "," + PASSWORD + "," + NAME));

    bench.station(
        "[3,\"c\",{\"setVariableResult\":["
            + result("Accepted", "", "OCPPCommCtrlr", "HeartbeatInterval")
            + ","
            + result("RebootRequired", "", "DisplayMessageCtrlr", "Enabled")
            + "]}]");

    assertThat(bench.atCsms)
        .containsExactly(
            "[3,\"c\",{\"setVariableResult\":["
                + result(
                    "Rejected", "\"attributeType\":\"Actual\",", "SmartChargingCtrlr", "Enabled")
                + ","
                + result("Accepted", "", "OCPPCommCtrlr", "HeartbeatInterval")
                + ","
                + result("Rejected", "", "SecurityCtrlr", "BasicAuthPassword")
                + ","
                + result("RebootRequired", "", "DisplayMessageCtrlr", "Enabled")
                + "]}]");
  }

  @ParameterizedTest
  @MethodSource("twos")
  void dividesNoCallThatHasItsVariablesTwice(OcppDialect dialect) {
    begin(dialect);
    String twice = set(PASSWORD).replace("]}]", "],\"setVariableData\":[");

    bench.csms(twice + SWITCH + "," + INTERVAL + "]}]");

    assertThat(bench.atStation).isEmpty();
    assertThat(bench.atCsms).singleElement().asString().startsWith("[4,\"c\"");
  }

  static Stream<OcppDialect> twos() {
    return Stream.of(new Ocpp201Dialect(), new Ocpp21Dialect());
  }

  private void begin(OcppDialect dialect) {
    bench.dialect = dialect;
    bench.connect();
  }

  private static String set(String variables) {
    return "[2, \"c\",\"SetVariables\", {\"setVariableData\":[" + variables + "]}]";
  }

  private static String result(String status, String type, String component, String variable) {
    return "{\"attributeStatus\":\"%s\",%s\"component\":{\"name\":\"%s\"},\"variable\":{\"name\":\"%s\"}}"
        .formatted(status, type, component, variable);
  }
}
