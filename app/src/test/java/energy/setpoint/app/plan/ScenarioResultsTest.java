package energy.setpoint.app.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import energy.setpoint.app.plan.show.PlanPicture;
import energy.setpoint.app.plan.show.PlanTable;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.optimizer.Optimizers;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * 2 kWh are due in an hour at 8 kW. In the second half there may be sun for all of it, which sells
 * at nothing; now a kilowatt-hour costs 0.20, later 0.50. Waiting costs half of 0.50 in the mean.
 */
class ScenarioResultsTest {

  private static final String TEXT =
      """
      {"start": "2026-11-02T18:00:00Z", "stepMinutes": 30, "steps": 2, "importLimitW": 11000,
       "importPricePerKwh": [0.2, 0.5],
       "solar": [{"powerW": [0, -8000]}],
       "vehicles": [{"id": "guest", "targetWh": 0, "maxChargeW": 1000, "expected": true},
                    {"id": "van", "targetWh": 2000, "maxChargeW": 8000}],
       "uncertainty": {"scenarios": [{"name": "sun", "probability": 1},
                                     {"name": "clouds", "probability": 1.001, "solar": [],
                                      "absent": ["guest"]}]}}
      """;

  /** 8 kW of load and 8 kW for the van: the sun makes up for one of them, clouds do not. */
  private static final PlanningProblem SUN_OR_CLOUDS =
      PlanFiles.read(
          """
          {"start": "2026-11-02T18:00:00Z", "stepMinutes": 30, "steps": 2, "importLimitW": 11000,
           "importPricePerKwh": 1, "circuits": [{"id": "main", "fuseA": 63}],
           "loads": [{"powerW": 8000}], "solar": [{"powerW": -8000}],
           "vehicles": [{"id": "van", "targetWh": 4000, "maxChargeW": 8000}],
           "uncertainty": {"scenarios": [{"name": "sun", "probability": 3},
                                         {"name": "clouds", "probability": 1, "solar": []}]}}
          """);

  private static final PlanningProblem PROBLEM = PlanFiles.read(TEXT);
  private static final Plan PLAN =
      Optimizers.linearWithFallback().plan(PROBLEM, Duration.ofMinutes(1));
  private static final String RESULT =
      PlanFiles.write(PlanFiles.explained(PROBLEM, PLAN, Duration.ofSeconds(5)));

  @Test
  void writesWhatEachScenarioCostsAndWhichOneIsFollowed() {
    JsonNode json = JsonMapper.shared().readTree(RESULT);

    assertThat(json.at("/scenario").stringValue()).isEqualTo("clouds");
    assertThat(json.at("/vehicles")).hasSize(1);
    assertThat(json.at("/vehicles/0/storedAtEndWh").doubleValue()).isEqualTo(2000);
    JsonNode expectation = json.at("/report/expectation");
    assertThat(expectation.at("/outcomes/0/scenario").stringValue()).isEqualTo("sun");
    assertThat(expectation.at("/outcomes/0/share").doubleValue()).isEqualTo(0.49975);
    assertThat(expectation.at("/cost").doubleValue()).isCloseTo(0.4, within(1e-3));
    assertThat(expectation.at("/bound").doubleValue()).isCloseTo(0.4, within(1e-3));
    assertThat(expectation.at("/saving").doubleValue()).isCloseTo(0, within(1e-3));
  }

  @Test
  void saysWhatWasDecidedForAllScenarios() {
    JsonNode why = JsonMapper.shared().readTree(RESULT).at("/why/devices/0");

    assertThat(why.at("/device").stringValue()).isEqualTo("van");
    assertThat(why.at("/exact").booleanValue()).isFalse();
    assertThat(why.at("/stretches/0/decider").stringValue()).isEqualTo("HERE_AND_NOW");
    assertThat(why.at("/stretches/0/lastStep").intValue()).isZero();
    assertThat(why.at("/stretches/0/words").stringValue()).startsWith("Decided for all scenarios");
    assertThat(why.at("/stretches/1/decider").stringValue()).isNotEqualTo("HERE_AND_NOW");
  }

  @Test
  void acceptsWhatItWrote() {
    PlanReview review = review(RESULT);

    assertThat(review.violations()).isEmpty();
    assertThat(review.text()).contains("of 1 vehicle,", "It costs 0.400000 in scenario clouds and");
    var read = review.plan().report().expectation().orElseThrow();
    var made = PLAN.report().expectation().orElseThrow();
    assertThat(read.outcomes()).hasSameSizeAs(made.outcomes());
    assertThat(read.cost()).isCloseTo(made.cost(), within(1e-5));
    assertThat(read.bound().orElseThrow()).isCloseTo(made.bound().orElseThrow(), within(1e-5));
    assertThat(read.saving().orElseThrow()).isCloseTo(made.saving().orElseThrow(), within(1e-5));
  }

  @Test
  void readsItAgainAsThePlanInForce() {
    var next = PlanFiles.read(TEXT.strip().replaceFirst("}$", ", \"inForce\": " + RESULT + "}"));

    assertThat(next.inForce().orElseThrow().report().expectation()).isPresent();
  }

  static Stream<Arguments> lies() {
    return Stream.of(
        arguments(
            "", "scenario", "\"sun\"", "The result is for scenario \"sun\"; expected \"clouds\"."),
        arguments(
            "/report/expectation/outcomes/1",
            "cost",
            "0.1",
            "The cost (in scenario clouds) is stated as 0.100000, but is 0.400000."),
        arguments(
            "/report/expectation/outcomes/1",
            "missingWh",
            "50",
            "What vehicles miss in scenario clouds is stated as 50.0 Wh, but is 0.0 Wh."),
        arguments(
            "/report/expectation/outcomes/0",
            "share",
            "0.3",
            "The share of scenario \"sun\" is stated as 0.300000, but is 0.499750."),
        arguments(
            "/report/expectation/outcomes/0",
            "scenario",
            "\"rain\"",
            "The outcomes are those of scenarios [rain, clouds], expected [sun, clouds]."),
        arguments("/report/expectation", "cost", "0.3", "The cost (expected) is stated as 0.3"),
        arguments(
            "/report/expectation", "bound", "9", "The cost (bound of the expected) is stated"),
        arguments(
            "/report/expectation", "saving", "3", "The cost (saving of scenarios) is stated"));
  }

  @ParameterizedTest
  @MethodSource("lies")
  void findsWhatIsNotSo(String part, String key, String value, String violation) {
    JsonNode result = JsonMapper.shared().readTree(RESULT);
    ((ObjectNode) result.at(part)).set(key, JsonMapper.shared().readTree(value));

    var review = review(result.toString());

    assertThat(review.violations()).anySatisfy(found -> assertThat(found).startsWith(violation));
  }

  @Test
  void findsFirstStepsThatDoNotFitEveryScenario() {
    String result =
        """
        {"vehicles": [{"session": "van", "powerW": [%d, %d]}],
         "report": {"expectation": {"outcomes": [
           {"scenario": "sun", "share": 0.75, "cost": 4},
           {"scenario": "clouds", "share": 0.25, "cost": 9}]}}}
        """;

    assertThat(
            PlanReview.of(SUN_OR_CLOUDS, PlanFiles.readResult(result.formatted(8000, 0)))
                .violations())
        .containsExactly(
            "In scenario clouds: The import limit is exceeded in step 0: 16000.0 W of 11000.0 W.");
    assertThat(
            PlanReview.of(SUN_OR_CLOUDS, PlanFiles.readResult(result.formatted(3000, 5000)))
                .violations())
        .isEmpty();
  }

  /** A plan by another tool has powers and nothing else. */
  @Test
  void findsThemAlsoWhereTheResultTellsOfNoScenario() {
    String result = "{\"vehicles\": [{\"session\": \"van\", \"powerW\": [%d, %d]}]}";

    assertThat(
            PlanReview.of(SUN_OR_CLOUDS, PlanFiles.readResult(result.formatted(8000, 0)))
                .violations())
        .containsExactly(
            "In scenario clouds: The import limit is exceeded in step 0: 16000.0 W of 11000.0 W.");
    assertThat(
            PlanReview.of(SUN_OR_CLOUDS, PlanFiles.readResult(result.formatted(3000, 5000)))
                .violations())
        .isEmpty();
  }

  @Test
  void refusesScenariosThatTheProblemDoesNotHave() {
    var certain = PlanFiles.read(TEXT.replaceFirst(",\\s*\"uncertainty\"(.|\\n)*", "}"));
    var plan = Optimizers.deadlineFirst().plan(certain, Duration.ofSeconds(1));
    ObjectNode result = (ObjectNode) JsonMapper.shared().readTree(PlanFiles.write(certain, plan));
    ((ObjectNode) result.at("/report")).putObject("expectation");
    result.put("scenario", "sun");

    var review = PlanReview.of(certain, PlanFiles.readResult(result.toString()));

    assertThat(review.violations())
        .containsExactly(
            "The result is for scenario \"sun\"; expected none.",
            "The result tells of scenarios, but the problem has none.");
  }

  @Test
  void tellsPeopleWhatEachScenarioCosts() {
    String table = PlanTable.of(PROBLEM, PLAN);

    assertThat(table)
        .contains("which follows scenario clouds", "Cost in scenario clouds")
        .contains("For 2 scenarios: what it does in the first 30 min is the same in all of them\n")
        .containsPattern("sun +50\\.0 % +0\\.4000 +-\n")
        .containsPattern("in the mean +0\\.4000\n")
        .contains("A plan for the most probable scenario alone would cost the same");
    assertThat(PlanTable.headline(PLAN)).contains("it costs 0.4000", "0.4000 in the mean of all");
    assertThat(PlanPicture.html(PROBLEM, PLAN)).contains("which follows scenario clouds");
  }

  private static PlanReview review(String result) {
    return PlanReview.of(PROBLEM, PlanFiles.readResult(result));
  }
}
