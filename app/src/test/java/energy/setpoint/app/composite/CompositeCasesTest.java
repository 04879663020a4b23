package energy.setpoint.app.composite;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.app.cli.CommandRun;
import energy.setpoint.app.composite.CaseFile.Case;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every case is answered by {@code ./setpoint composite}: JSON in, periods out. */
class CompositeCasesTest {

  @TempDir Path folder;

  static List<Case> cases() {
    return CaseFile.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void answersAsTheRuleSays(Case known) throws IOException {
    Path file = Files.writeString(folder.resolve("case.json"), known.document());

    CommandRun run = CommandRun.composite(file.toString());

    if (known.expected().has("refuses")) {
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).contains(known.texts("refuses"));
    } else if (known.expected().has("rejects")) {
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.err()).contains(known.expected().path("rejects").asString());
      assertThat(JsonMapper.shared().readTree(run.out()).path("status").asString())
          .isEqualTo("Rejected");
    } else {
      assertThat(run.code()).as(run.err()).isZero();
      assertThat(periods(JsonMapper.shared().readTree(run.out())))
          .isEqualTo(known.texts("answers"));
    }
  }

  @Test
  void citesARuleInEachOfAtLeastSixtyCasesOverAllVersions() {
    List<Case> all = cases();

    assertThat(all)
        .hasSizeGreaterThanOrEqualTo(60)
        .allSatisfy(c -> assertThat(c.cites()).isNotBlank());
    assertThat(all).extracting(Case::toString).doesNotHaveDuplicates();
    assertThat(all.stream().collect(groupingBy(Case::version)))
        .containsOnlyKeys("1.6", "2.0.1", "2.1")
        .allSatisfy((version, cases) -> assertThat(cases).hasSizeGreaterThanOrEqualTo(20));
  }

  private static List<String> periods(JsonNode answer) {
    return answer
        .findValue("chargingSchedulePeriod")
        .valueStream()
        .map(CompositeCasesTest::words)
        .toList();
  }

  private static String words(JsonNode period) {
    return period.path("startPeriod").asInt()
        + ": "
        + period.properties().stream()
            .filter(field -> !field.getKey().equals("startPeriod"))
            .map(field -> field.getKey() + " " + word(field.getValue()))
            .collect(joining(", "));
  }

  private static String word(JsonNode value) {
    if (value.isArray()) {
      return value.valueStream().map(CompositeCasesTest::word).collect(joining(", ", "[", "]"));
    } else if (value.isObject()) {
      return value.properties().stream()
          .map(field -> field.getKey() + " " + word(field.getValue()))
          .collect(joining(", ", "{", "}"));
    }
    return value.isNumber()
        ? value.decimalValue().stripTrailingZeros().toPlainString()
        : value.asString();
  }
}
