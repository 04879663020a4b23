package energy.setpoint.optimizer.known;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.optimizer.Optimizers;
import energy.setpoint.testkit.plan.ProblemBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The machine's answers on {@code docs/optimizer/worked-examples.md} are what the machine answers.
 * With {@code -Dexamples.write=true} the page is written anew instead.
 */
class WorkedExamplesTest {

  private static final Pattern BLOCK =
      Pattern.compile("(<!-- machine: (\\S+) -->\\n```text\\n)(.*?)(\\n```)", Pattern.DOTALL);

  private static final Pattern BY_HAND = Pattern.compile("\\*\\*(−?[0-9.]+)\\*\\*");
  private static final Pattern COST = Pattern.compile("(?m)^cost +(-?[0-9.]+)$");

  private static final Map<String, ProblemBuilder> EXAMPLES = new LinkedHashMap<>();

  static {
    EXAMPLES.put("cheap-hours", Examples.cheapHours());
    EXAMPLES.put("demand-charge", Examples.demandCharge());
    EXAMPLES.put("peak-of-the-meter", Examples.peakOfTheMeter());
    EXAMPLES.put("arbitrage", Examples.arbitrage());
    EXAMPLES.put("feeding-back", Examples.feedingBackWithWear(0.15));
    EXAMPLES.put("nested-fuses", Examples.nestedFuses());
    EXAMPLES.put("too-small-a-site", Examples.tooSmallASite());
    EXAMPLES.put("taper", Examples.taper());
    EXAMPLES.put("paid-event", Examples.paidEvent(0.15));
    EXAMPLES.put("six-amperes", Examples.sixAmperes());
  }

  @TestFactory
  Stream<DynamicTest> eachAnswerOnThePageIsTheMachinesAnswer() throws IOException {
    if (Boolean.getBoolean("examples.write")) {
      write();
    }
    Map<String, String> blocks = blocks();
    return EXAMPLES.keySet().stream()
        .map(name ->
            DynamicTest.dynamicTest(
                name, () -> assertThat(blocks.get(name)).isEqualTo(answer(name))));
  }

  /** The figure in bold is the answer by hand; what is earned is a cost below zero. */
  @TestFactory
  Stream<DynamicTest> eachAnswerByHandIsTheMachinesAnswer() throws IOException {
    return Arrays.stream(Files.readString(page()).split("\n## "))
        .filter(section -> section.contains("<!-- machine:"))
        .map(section ->
            DynamicTest.dynamicTest(
                section.lines().findFirst().orElseThrow(),
                () -> {
                  String byHand = only(BY_HAND, section).replace('−', '-');
                  double lastDigit = Math.pow(10, byHand.indexOf('.') + 1 - byHand.length());
                  assertThat(Double.parseDouble(byHand))
                      .isCloseTo(
                          Double.parseDouble(only(COST, section)), within(0.5 * lastDigit + 1e-9));
                }));
  }

  private static String only(Pattern pattern, String section) {
    List<String> found = pattern.matcher(section).results().map(r -> r.group(1)).toList();
    assertThat(found).as("%s", pattern).hasSize(1);
    return found.getFirst();
  }

  @Test
  void thePageHasTheseTenExamplesAndNoOthers() throws IOException {
    assertThat(blocks().keySet()).containsExactlyElementsOf(EXAMPLES.keySet()).hasSize(10);
  }

  private static Map<String, String> blocks() throws IOException {
    Map<String, String> blocks = new LinkedHashMap<>();
    Matcher matcher = BLOCK.matcher(Files.readString(page()));
    while (matcher.find()) {
      blocks.put(matcher.group(2), matcher.group(3));
    }
    return blocks;
  }

  private static void write() throws IOException {
    Matcher matcher = BLOCK.matcher(Files.readString(page()));
    Files.writeString(
        page(),
        matcher.replaceAll(found ->
            Matcher.quoteReplacement(found.group(1) + answer(found.group(2)) + found.group(4))));
  }

  private static String answer(String name) {
    ProblemBuilder example = EXAMPLES.get(name);
    if (example == null) {
      throw new IllegalArgumentException("There is no example " + name);
    }
    PlanningProblem problem = example.build();
    Plan plan = Optimizers.linearWithFallback().plan(problem, Duration.ofMinutes(1));
    return PlanTable.of(problem, plan);
  }

  private static Path page() {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.exists(at.resolve("docs/optimizer/worked-examples.md"))) {
      at = at.getParent();
      if (at == null) {
        throw new IllegalStateException("The page is not above " + Path.of("").toAbsolutePath());
      }
    }
    return at.resolve("docs/optimizer/worked-examples.md");
  }
}
