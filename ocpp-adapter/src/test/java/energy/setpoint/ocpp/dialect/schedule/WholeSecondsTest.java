package energy.setpoint.ocpp.dialect.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How periods are read that begin at a fraction of a second. */
class WholeSecondsTest {

  /** What a station holds must not seem to be less than it is. */
  @ParameterizedTest
  @CsvSource({"16, 12.5, 6, 13", "6, 12.5, 16, 12", "16, 12.5, 16, 13", "6, 12.0, 16, 12"})
  void takesARiseEarlierAndAFallLater(double first, double start, double then, int expected) {
    JsonNode message =
        json(
            """
            {'chargingSchedule':{'chargingSchedulePeriod':[
              {'startPeriod':0,'limit':%s},{'startPeriod':%s,'limit':%s}]}}
            """
                .formatted(first, start, then));

    JsonNode read = WholeSeconds.findRounded(message).orElse(message);

    assertThat(starts(read)).containsExactly(0.0, (double) expected);
  }

  @Test
  void looksAtSetpointsBeforeLimits() {
    JsonNode message =
        json(
            """
            {'schedule':{'chargingSchedulePeriod':[
              {'startPeriod':0,'limit':32,'setpoint':-10},
              {'startPeriod':12.5,'limit':6,'setpoint':5}]}}
            """);

    JsonNode read = WholeSeconds.findRounded(message).orElseThrow();

    assertThat(starts(read)).containsExactly(0.0, 12.0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'chargingSchedule':{'chargingSchedulePeriod':[{'startPeriod':0,'limit':16}]}}",
        "{'chargingSchedule':{'chargingSchedulePeriod':[{'startPeriod':-1.5,'limit':16}]}}",
        "{'chargingSchedule':{'chargingSchedulePeriod':[{'startPeriod':'1.5','limit':16}]}}",
        "{'chargingSchedule':{'chargingSchedulePeriod':[{'startPeriod':1.5e300,'limit':16}]}}",
        "{'chargingSchedule':{'chargingSchedulePeriod':7}}",
        "{'meterValue':{'chargingSchedulePeriod':[{'startPeriod':1.5}]}}",
        "[]"
      })
  void leavesEverythingElseToTheChecks(String message) {
    assertThat(WholeSeconds.findRounded(json(message))).isEmpty();
  }

  private static List<Double> starts(JsonNode message) {
    return message.findValuesAsString("startPeriod").stream().map(Double::valueOf).toList();
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text.replace('\'', '"'));
  }
}
