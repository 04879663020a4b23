package energy.setpoint.app.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.optimizer.Optimizers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class PlanReviewTest {

  private static final PlanningProblem PROBLEM =
      PlanFiles.read(
          Documents.smallestWith(
              """
              "vehicles": [{"id": "van", "targetWh": 5000, "maxChargeW": 11000}],
              "batteries": [{"id": "battery", "capacityWh": 4000, "storedWh": 2000,
                             "maxChargeW": 4000, "maxDischargeW": 4000, "valueOfRestPerKwh": 0.3}],
              "flexibleLoads": [{"id": "heat", "needWh": 1000, "maxPowerW": 2000}],
              "solar": [{"powerW": -1000, "curtailable": true}]
              """));

  private static final String POWERS =
      """
      "vehicles": [{"session": "van", "powerW": [9000, 9000, 0, 0]}],
      "batteries": [{"battery": "battery", "powerW": 0}],
      "flexibleLoads": [{"load": "heat", "powerW": 1000}]
      """;

  @Test
  void needsNothingButThePowers() {
    var review = review("{" + POWERS + "}");

    assertThat(review.violations()).isEmpty();
    assertThat(review.plan().cost().energyImport()).isCloseTo(0.3 * 4.5, within(1e-9));
    assertThat(review.text())
        .startsWith("The plan keeps all limits of 1 vehicle, 1 battery and 1 circuit in 4 steps.")
        .contains("It costs 0.750000 and misses 500 Wh");
  }

  @Test
  void acceptsWhatTheOptimizerAnswers() {
    var plan = Optimizers.deadlineFirst().plan(PROBLEM, Duration.ofSeconds(1));

    var review = review(PlanFiles.write(PROBLEM, plan));

    assertThat(review.violations()).isEmpty();
  }

  static Stream<Arguments> lies() {
    return Stream.of(
        arguments("\"cost\": {\"total\": 0.70}", "The cost (total) is stated as 0.7"),
        arguments("\"cost\": {\"peak\": 1}", "The cost (peak) is stated as 1"),
        arguments(
            "\"cost\": {\"items\": [{\"kind\": \"IMPORT_ENERGY\", \"amount\": 9}]}",
            "The cost (IMPORT_ENERGY) is stated as 9"),
        arguments("\"gridW\": [9000, 9000, 0, 10]", "Grid power in step 3 is stated as 10.0 W"),
        arguments("\"gridW\": [9000, 9000]", "gridW has 2 values for 4 steps."),
        arguments(
            "\"shortfalls\": [{\"session\": \"van\", \"missingWh\": 300}]",
            "What vehicle van misses is stated as 300.0 Wh, but is 500.0 Wh."),
        arguments("\"report\": {\"bound\": 5, \"status\": \"OPTIMAL\"}", "below its own bound"));
  }

  @ParameterizedTest
  @MethodSource("lies")
  void findsWhatIsStatedButNotSo(String member, String violation) {
    var review = review("{" + POWERS + "," + member + "}");

    assertThat(review.violations()).anySatisfy(found -> assertThat(found).contains(violation));
    assertThat(review.isSound()).isFalse();
  }

  static Stream<Arguments> breaches() {
    return Stream.of(
        arguments("/vehicles/0", 12000, "Vehicle van has 12000.0 W in step 0"),
        arguments("/batteries/0", -5000, "Battery battery has -5000.0 W in step 0"),
        arguments("/flexibleLoads/0", 3000, "Load heat has 3000.0 W in step 0"));
  }

  @ParameterizedTest
  @MethodSource("breaches")
  void findsPowersThatNoDeviceHas(String device, double watts, String violation) {
    ObjectNode result = (ObjectNode) JsonMapper.shared().readTree("{" + POWERS + "}");
    ((ObjectNode) result.at(device)).put("powerW", watts);

    var review = review(result.toString());

    assertThat(review.violations()).anySatisfy(found -> assertThat(found).startsWith(violation));
  }

  @Test
  void findsALimitThatIsExceeded() {
    var review =
        review(
            "{"
                + POWERS
                    .replace("[9000, 9000, 0, 0]", "[11000, 7000, 0, 0]")
                    .replace("\"powerW\": 0}", "\"powerW\": 2000}")
                + "}");

    assertThat(review.violations()).anySatisfy(found -> assertThat(found).contains("import limit"));
    assertThat(review.text()).endsWith(" violations.");
  }

  static Stream<Arguments> unfit() {
    return Stream.of(
        arguments("{}", "#/vehicles: \"van\" of the problem is missing. Maybe its powerW is 0."),
        arguments(
            "{" + POWERS.replace("\"van\"", "\"bus\"") + "}",
            "#/vehicles: The problem has no \"bus\". Maybe another id."),
        arguments(
            "{"
                + POWERS
                + ", \"boundaries\": [\"2026-11-02T18:00:00Z\", \"2026-11-02T19:00:00Z\"]}",
            "#/boundaries: These are other steps than the problem's. Maybe it belongs to another"
                + " problem."),
        arguments(
            "{" + POWERS + ", \"inverters\": [{\"circuit\": \"roof\", \"powerW\": 0}]}",
            "#/inverters/0/circuit: The problem has no (further) solar forecast there."),
        arguments(
            "{" + POWERS.replace("[9000, 9000, 0, 0]", "[1, 2]") + "}",
            "#/vehicles/0/powerW: These are 2 values, expected one, or one for each of the 4"
                + " steps."),
        arguments(
            "{" + POWERS.replace("\"session\"", "\"vehicle\"") + "}",
            "#/vehicles/0/vehicle: This is not a known key. Known: energyWh, evse, powerW, session,"
                + " station, storedAtEndWh."));
  }

  @ParameterizedTest
  @MethodSource("unfit")
  void saysWhereAResultDoesNotFitItsProblem(String result, String mistake) {
    List<String> mistakes = Mistakes.of(() -> review(result));

    assertThat(mistakes).contains(mistake);
  }

  @Test
  void letsInvertersProduceLessWhereTheyMay() {
    var review =
        review(
            "{"
                + POWERS
                + ", \"inverters\": [{\"circuit\": \"main\", \"powerW\": [-1000, -1000, 0, 0]}]}");

    assertThat(review.violations()).isEmpty();
    assertThat(review.plan().gridPower().toWatts()).containsExactly(9000, 9000, 1000, 1000);
  }

  private static PlanReview review(String result) {
    return PlanReview.of(PROBLEM, PlanFiles.readResult(result));
  }
}
