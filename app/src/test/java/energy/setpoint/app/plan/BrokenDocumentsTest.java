package energy.setpoint.app.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody reads whose document is no JSON, or has mistakes of several kinds. */
class BrokenDocumentsTest {

  static Stream<Arguments> noJson() {
    return Stream.of(
        arguments("{", "line 1, column 2: it ends before everything is closed."),
        arguments("{\"site\": \"a", "line 1, column 12: it ends before everything is closed."),
        arguments("{]", "line 1, column 2: ']' stands here, not '}'."),
        arguments(
            "{\"steps\": 4,\n}", "line 2, column 1: '}' stands here, expected a key in quotes."),
        arguments("{\"steps\": 4 \"site\": 3}", "column 13: '\"' stands here, expected a comma."),
        arguments("{\"steps\" 4}", "column 10: '4' stands here, expected a colon."),
        arguments("{\"steps\": <}", "column 11: '<' stands here, expected a value."),
        arguments("// why\n{}", "column 1: '/' stands here. Maybe a comment; JSON has none."),
        arguments("{\"steps\": 04}", "column 12: a number begins with a needless 0."),
        arguments("{\"steps\": +4}", "column 12: '+' stands here, expected a number without it."),
        arguments("{\"steps\": 4.}", "column 12: '}' stands here, expected a digit."),
        arguments("{\"steps\": NaN}", "column 14: 'NaN' is no number."),
        arguments("{\"steps\": four}", "column 11: 'four' is no value. Maybe quotes are missing."),
        arguments("{\"site\": \"a\nb\"}", "column 12: a text has a line break or a tab in it."),
        arguments("{\"site\": \"\\x\"}", "column 12: 'x' cannot follow a backslash."),
        arguments("\uFEFF{}", "column 1: a byte order mark stands in front of it."),
        arguments("{\"site\": 1, \"site\": 2}", "column 19: the key \"site\" occurs twice."));
  }

  @ParameterizedTest
  @MethodSource("noJson")
  void saysWhereATextStopsBeingJson(String text, String mistake) {
    assertThat(Mistakes.of(text))
        .singleElement()
        .satisfies(
            told -> assertThat(told).startsWith("#: This is not JSON at line ").endsWith(mistake));
  }

  @Test
  void saysThatThereIsMoreThanOneDocument() {
    assertThat(Mistakes.of("{\"steps\": 4}\n{}"))
        .containsExactly("#: There is more after the end of the document at line 2, column 1.");
  }

  @Test
  void saysThatADocumentIsNestedTooDeeply() {
    assertThat(Mistakes.of("[".repeat(100_000)))
        .containsExactly("#: This is nested too deeply, or something in it is far too long.");
  }

  @Test
  void tellsImpossibleValuesBesideThoseOfAWrongType() {
    String members =
        """
        "vehicles": [3, {"targetWh": "much"}, {"targetWh": 9, "maxChargeW": -1}],
        "exportLimitW": [1, "2", 3], "carbon": {"gramsPerKwh": -1}, "reliefCredit": 7
        """;

    assertThat(Mistakes.of(Documents.smallestWith(members)))
        .containsExactly(
            "#/vehicles/0: This is 3, expected an object.",
            "#/vehicles/1/targetWh: This is \"much\", expected a number.",
            "#/exportLimitW/1: This is \"2\", expected a number.",
            "#/carbon/gramsPerKwh/0: This is -1, expected a number from 0 to 10000.",
            "#/vehicles/2/maxChargeW: This is -1, expected a number from 0 to 1000000000.",
            "#/reliefCredit: This is 7, expected a number from 0 to 1.");
  }

  /** Nobody knows how many values each list needs, or what is connected to what. */
  static List<Arguments> unclear() {
    return List.of(
        arguments(
            "\"stepMinutes\": \"x\"", "#/stepMinutes: This is \"x\", expected a whole number."),
        arguments("\"step\": 4", "#/step: This is not a known key. Maybe steps. Known: "),
        arguments("\"circuits\": [3]", "#/circuits/0: This is 3, expected an object."),
        arguments("\"vehicles\": [null]", "#/vehicles/0: This is null, expected a value."));
  }

  @ParameterizedTest
  @MethodSource("unclear")
  void tellsNothingThatMayOnlyFollowFromAWrongType(String member, String mistake) {
    String problem = Documents.smallestWith(member + ", \"exportLimitW\": [1, 2, 3]");

    assertThat(Mistakes.of(problem))
        .singleElement()
        .satisfies(told -> assertThat(told).startsWith(mistake));
  }

  @Test
  void asksForNoVehicleOfAScenarioWhereVehiclesAreOfAWrongType() {
    String members =
        """
        "vehicles": [3],
        "uncertainty": {"scenarios": [{"probability": 1, "absent": ["guest"]}]}
        """;

    assertThat(Mistakes.of(Documents.smallestWith(members)))
        .containsExactly("#/vehicles/0: This is 3, expected an object.");
  }
}
