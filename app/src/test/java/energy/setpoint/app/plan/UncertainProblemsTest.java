package energy.setpoint.app.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.Uncertainty;
import energy.setpoint.core.plan.Uncertainty.Scenario;
import energy.setpoint.core.plan.Uncertainty.Scenarios;
import energy.setpoint.core.plan.part.Quantiles.Level;
import energy.setpoint.core.session.SessionId;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UncertainProblemsTest {

  private static final String FORECASTS =
      """
      "solar": [{"powerW": -4000, "curtailable": true}],
      "loads": [{"powerW": [900, 900, 1800, 1800]}],
      "vehicles": [{"id": "van", "targetWh": 900, "maxChargeW": 3680},
                   {"id": "guest", "targetWh": 900, "maxChargeW": 3680, "expected": true}]
      """;

  @Test
  void takesForecastsAsTheyAreWhenNothingElseIsSaid() {
    var problem = read(FORECASTS);

    assertThat(problem.uncertainty()).isEqualTo(new Uncertainty.Ignored());
    assertThat(problem.solar().getFirst().quantiles().areKnown()).isFalse();
  }

  @Test
  void readsHowFarForecastsMayBeOff() {
    var problem =
        read(
            """
            "solar": [{"powerW": -4000, "quantiles": [{"share": 0.9, "powerW": -5000},
                                                      {"share": 0.1, "powerW": [-1, -2, -3, -4]}]}],
            "loads": [{"l1W": 900, "quantiles": [{"share": 0.5, "powerW": 1000}]}],
            "uncertainty": {"byQuantile": {"solar": 0.9, "load": 0.5}}
            """);

    var levels = problem.solar().getFirst().quantiles().levels();
    assertThat(levels).extracting(Level::share).containsExactly(0.1, 0.9);
    assertThat(levels.getFirst().power().toWatts()).containsExactly(-1, -2, -3, -4);
    assertThat(problem.loads().getFirst().quantiles().levels()).hasSize(1);
  }

  @Test
  void countsOnTheQuantilesThatAreAskedFor() {
    var problem =
        read(
            """
            "solar": [{"powerW": -4000, "quantiles": [{"share": 0.1, "powerW": -1000}]}],
            "loads": [{"powerW": 900, "quantiles": [{"share": 0.9, "powerW": 1500}]}],
            "uncertainty": {"byQuantile": {"solar": 0.1, "load": 0.9}}
            """);

    assertThat(problem.uncertainty()).isEqualTo(new Uncertainty.ByQuantile(0.1, 0.9));
    assertThat(problem.totalSolar().watts(0)).isEqualTo(-1000);
    assertThat(problem.totalLoad().watts(0)).isEqualTo(1500);
  }

  @Test
  void readsScenarios() {
    var problem =
        read(
            FORECASTS
                + """
                , "uncertainty": {"hereAndNowMinutes": 30, "scenarios": [
                  {"name": "sun", "probability": 3},
                  {"name": "clouds", "probability": 1, "solar": [{"powerW": -500}],
                   "loads": [{"l2W": 700}], "absent": ["guest"]}]}
                """);

    Scenarios scenarios = scenarios(problem);
    assertThat(scenarios.hereAndNow()).isEqualTo(Duration.ofMinutes(30));
    Scenario clouds = scenarios.all().getLast();
    assertThat(scenarios.share(clouds)).isEqualTo(0.25);
    assertThat(clouds.solar().getFirst().production().watts(0)).isEqualTo(-500);
    assertThat(clouds.loads().getFirst().l2().watts(3)).isEqualTo(700);
    assertThat(clouds.absent()).containsExactly(new SessionId("guest"));
    assertThat(scenarios.mostProbable().name()).isEqualTo("sun");
  }

  @Test
  void letsScenariosHaveWhatTheProblemHasUnlessTheySayOtherwise() {
    var problem =
        read(
            FORECASTS
                + """
                , "uncertainty": {"scenarios": [
                  {"probability": 1}, {"probability": 1, "solar": [], "loads": []},
                  {"probability": 1, "solar": [{"powerW": -1}]},
                  {"probability": 1, "solar": [{"powerW": -1, "curtailable": false}]}]}
                """);

    Scenarios scenarios = scenarios(problem);
    assertThat(scenarios.hereAndNow()).isEqualTo(Duration.ofMinutes(15));
    assertThat(scenarios.all())
        .extracting(Scenario::name)
        .containsExactly("scenario-1", "scenario-2", "scenario-3", "scenario-4");
    assertThat(scenarios.all().get(0).solar()).isEqualTo(problem.solar());
    assertThat(scenarios.all().get(0).loads()).isEqualTo(problem.loads());
    assertThat(scenarios.all().get(1).solar()).isEmpty();
    assertThat(scenarios.all().get(1).loads()).isEmpty();
    assertThat(scenarios.all().get(2).solar().getFirst().curtailable()).isTrue();
    assertThat(scenarios.all().get(3).solar().getFirst().curtailable()).isFalse();
  }

  static Stream<Arguments> impossible() {
    return Stream.of(
        arguments("{}", "#/uncertainty: This says nothing. Maybe give it byQuantile or scenarios."),
        arguments(
            "{\"byQuantile\": {\"solar\": 0.1, \"load\": 0.9}}",
            "#/uncertainty/byQuantile: No forecast has quantiles. Maybe add them to solar or loads."),
        arguments(
            "{\"scenarios\": [{\"probability\": 1}], \"byQuantile\": {\"solar\": 0, \"load\": 1}}",
            "#/uncertainty/byQuantile: Expected either this or scenarios, not both."),
        arguments(
            "{\"byQuantile\": {\"solar\": 10, \"load\": 0.9}}",
            "#/uncertainty/byQuantile/solar: This is 10, expected a number from 0 to 1."),
        arguments(
            "{\"byQuantile\": {\"solar\": 0.1}}",
            "#/uncertainty/byQuantile/load: This is missing, expected a number from 0 to 1."),
        arguments(
            "{\"byQuantile\": {\"solar\": 0.1, \"load\": 0.9}, \"hereAndNowMinutes\": 15}",
            "#/uncertainty/hereAndNowMinutes: There are no scenarios. Maybe they are missing."),
        arguments(
            "{\"scenarios\": [{\"name\": \"sun\"}]}",
            "#/uncertainty/scenarios/0/probability: This is missing, expected a number from 1.0E-6"
                + " to 1000000."),
        arguments(
            "{\"scenarios\": [{\"probability\": 0}]}",
            "#/uncertainty/scenarios/0/probability: This is 0, expected a number from 1.0E-6 to"
                + " 1000000."),
        arguments(
            "{\"scenarios\": [{\"probability\": 1}], \"hereAndNowMinutes\": 0}",
            "#/uncertainty/hereAndNowMinutes: This is 0, expected a number from 1 to 10080."),
        arguments(
            "{\"scenarios\": [{\"name\": \"a\", \"probability\": 1},"
                + " {\"name\": \"a\", \"probability\": 1}]}",
            "#/uncertainty/scenarios/1/name: There is another scenario \"a\"."),
        arguments(
            "{\"scenarios\": [{\"probability\": 1}, {\"name\": \" \", \"probability\": 1}]}",
            "#/uncertainty/scenarios/1/name: This is blank, expected a name. Maybe leave it out, for"
                + " \"scenario-2\"."),
        arguments(
            "{\"scenarios\": [{\"probability\": 1, \"solar\": [{\"powerW\": 0,"
                + " \"quantiles\": [{\"share\": 0.1, \"powerW\": 0}]}]}]}",
            "#/uncertainty/scenarios/0/solar/0/quantiles: Only byQuantile counts on these. Maybe add"
                + " it to uncertainty, or leave them out."),
        arguments(
            "{\"scenarios\": [{\"probability\": 1, \"solar\": [{\"powerW\": 5}]}]}",
            "#/uncertainty/scenarios/0/solar/0/powerW/0: This is 5, expected a number from"
                + " -1000000000 to 0."),
        arguments(
            "{\"scenarios\": [{\"probability\": 1, \"loads\": [{\"powerW\": [1, 2]}]}]}",
            "#/uncertainty/scenarios/0/loads/0/powerW: These are 2 values, expected one, or one"
                + " for each of the 4 steps."),
        arguments(
            "{\"scenarios\": [{\"probability\": 1, \"absent\": [\"bus\"]}]}",
            "#/uncertainty/scenarios/0/absent/0: There is no vehicle \"bus\"."),
        arguments(
            "{\"scenarios\": [{\"probability\": 1, \"absent\": [\"van\"]}]}",
            "#/uncertainty/scenarios/0/absent/0: Vehicle \"van\" is there already. Maybe it is"
                + " only expected."));
  }

  @ParameterizedTest
  @MethodSource("impossible")
  void saysWhereUncertaintyIsImpossible(String uncertainty, String mistake) {
    var mistakes = Mistakes.of(with(FORECASTS + ", \"uncertainty\": " + uncertainty));

    assertThat(mistakes).contains(mistake);
  }

  static Stream<Arguments> impossibleQuantiles() {
    return Stream.of(
        arguments("{\"share\": 10, \"powerW\": 0}", "/0/share: This is 10, expected a number"),
        arguments("{\"powerW\": 0}", "/0/share: This is missing, expected a number from 0 to 1."),
        arguments("{\"share\": 0.1}", "/0/powerW: This is missing, expected a number, or one"),
        arguments("{\"share\": 0.1, \"powerW\": 7}", "/0/powerW/0: This is 7, expected"),
        arguments(
            "{\"share\": 0.1, \"powerW\": 0}, {\"share\": 0.1, \"powerW\": 0}",
            ": The quantile 0.1 of a forecast is given twice."),
        arguments(
            "{\"share\": 0.1, \"powerW\": -5000}, {\"share\": 0.9, \"powerW\": -1000}",
            ": The quantile 0.9 of a production is 1000.0 W in step 0, below the 5000.0 W of quantile"
                + " 0.1. Maybe these are shares of cases in which it is exceeded."));
  }

  @ParameterizedTest
  @MethodSource("impossibleQuantiles")
  void saysWhereAQuantileIsImpossible(String quantiles, String mistake) {
    var mistakes =
        Mistakes.of(
            with(
                """
                "solar": [{"powerW": 0, "quantiles": [%s]}],
                "loads": [{"powerW": 900, "quantiles": [{"share": 0.9, "powerW": 1500}]}],
                "uncertainty": {"byQuantile": {"solar": 0.1, "load": 0.9}}
                """
                    .formatted(quantiles)));

    assertThat(mistakes).singleElement().asString().startsWith("#/solar/0/quantiles" + mistake);
  }

  @Test
  void saysWhereTheQuantilesOfALoadAreTheWrongWayRound() {
    var mistakes =
        Mistakes.of(
            with(
                """
                "solar": [{"powerW": 0, "quantiles": [{"share": 0.1, "powerW": 0}]}],
                "loads": [{"l3W": 900, "quantiles": [{"share": 0.9, "powerW": [900, 900, 900, 700]},
                                                     {"share": 0.5, "powerW": 800}]}],
                "uncertainty": {"byQuantile": {"solar": 0.1, "load": 0.9}}
                """));

    assertThat(mistakes)
        .containsExactly(
            "#/loads/0/quantiles: The quantile 0.9 of a load is 700.0 W in step 3, below the 800.0 W"
                + " of quantile 0.5. Maybe these are shares of cases in which it is exceeded.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ", \"uncertainty\": {\"scenarios\": [{\"probability\": 1}]}"})
  void refusesQuantilesThatNothingCountsOn(String uncertainty) {
    var mistakes =
        Mistakes.of(
            with(
                """
                "solar": [{"powerW": -4000, "quantiles": [{"share": 0.1, "powerW": -1000}]}],
                "loads": [{"powerW": 900, "quantiles": [{"share": 0.9, "powerW": 1500}]}]
                """
                    + uncertainty));

    assertThat(mistakes)
        .containsExactly(
            "#/solar/0/quantiles: Only byQuantile counts on these. Maybe add it to uncertainty, or"
                + " leave them out.",
            "#/loads/0/quantiles: Only byQuantile counts on these. Maybe add it to uncertainty, or"
                + " leave them out.");
  }

  @Test
  void countsDecisionsInEveryScenario() {
    var scenarios = "{\"probability\": 1},".repeat(99) + "{\"probability\": 1}";
    var text = with(FORECASTS + ", \"uncertainty\": {\"scenarios\": [" + scenarios + "]}");

    assertThat(Mistakes.of(() -> PlanFiles.read(text, 1000)).getFirst())
        .contains("3 devices over 4 steps in 100 scenarios; at most 1000 decisions");
  }

  private static Scenarios scenarios(PlanningProblem problem) {
    return (Scenarios) problem.uncertainty();
  }

  private static PlanningProblem read(String members) {
    return PlanFiles.read(with(members));
  }

  private static String with(String members) {
    return Documents.smallestWith(members);
  }
}
