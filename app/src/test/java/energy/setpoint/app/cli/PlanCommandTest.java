package energy.setpoint.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

class PlanCommandTest {

  private static final String PROBLEM =
      Path.of(System.getProperty("setpoint.home", ".."))
          .resolve("config/plans/depot-night.json")
          .toString();

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void printsThePlanAsJson() {
    int code = run(PROBLEM, "--strategy", "equal-share");

    assertThat(code).as(err.toString()).isZero();
    assertThat(JsonMapper.shared().readTree(out.toString()).at("/vehicles")).hasSize(8);
  }

  @Test
  void checksAPlanThatItWrote() {
    Path plan = folder.resolve("plan.json");

    int planned = run(PROBLEM, "--out", plan.toString(), "--strategy", "earliest-deadline");
    int checked = run("--check", PROBLEM, plan.toString());

    assertThat(planned).as(err.toString()).isZero();
    assertThat(checked).as(out.toString()).isZero();
    assertThat(out.toString()).contains("it costs", "The plan keeps all limits of 8 vehicles");
  }

  @Test
  void tellsEachViolationOfAWrongPlan() throws IOException {
    Path plan = folder.resolve("plan.json");
    run(PROBLEM, "--out", plan.toString(), "--strategy", "uncontrolled");

    int code = run("--check", PROBLEM, plan.toString());

    assertThat(code).isOne();
    assertThat(out.toString()).contains("of circuit hall-a is exceeded in step 2", "violations.");
  }

  @Test
  void namesTheFileInWhichAMistakeStands() throws IOException {
    Path plan = Files.writeString(folder.resolve("plan.json"), "{\"vehicles\": 3}");

    int code = run("--check", PROBLEM, plan.toString());

    assertThat(code).isEqualTo(Complaints.UNUSABLE_INPUT);
    assertThat(err.toString())
        .contains("The result " + plan + " cannot be used:", "#/vehicles: This is 3");
  }

  @Test
  void writesATableAndAPicture() throws IOException {
    Path picture = folder.resolve("plan.html");

    int code =
        run(PROBLEM, "--summary", "--picture", picture.toString(), "--strategy", "first-come");

    assertThat(code).as(err.toString()).isZero();
    assertThat(out.toString())
        .contains("energy from the grid", "tax on import", "highest import", "van-08");
    assertThat(Files.readString(picture)).contains("<svg", "van-08", "</html>");
  }

  @Test
  void tellsWhyADeviceGetsWhatItGets() {
    int code = run(PROBLEM, "--strategy", "first-come", "--why", "van-01");

    assertThat(code).as(err.toString()).isZero();
    assertThat(out.toString()).startsWith("van-01: ").contains("18:00-", "Not connected.");
    assertThat(run(PROBLEM, "--strategy", "first-come", "--why", "bus")).isEqualTo(2);
    assertThat(err.toString()).contains("The problem has no device \"bus\".");
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake("--check needs two files", "--check", PROBLEM),
        mistake("Maybe --check is missing", PROBLEM, PROBLEM),
        mistake("Only one of the two files can be the standard input", "--check", "-", "-"),
        mistake("--budget': this is '0', expected 0.001 to 86400 seconds", PROBLEM, "--budget=0"),
        mistake("--budget': this is 'soon', expected", PROBLEM, "--budget", "soon"),
        mistake("--seconds': this is '-1', expected", PROBLEM, "--seconds", "-1"),
        mistake(
            "There is no strategy 'magic'; the known ones are optimal, uncontrolled, equal-share,",
            PROBLEM,
            "--strategy",
            "magic"),
        mistake("Possible solutions: --summary", PROBLEM, "--sumary"),
        mistake("Missing required parameter: 'FILE'", "--summary"),
        mistake("The problem has no device \"bus\".", PROBLEM, "--why", "bus"),
        mistake("none.json cannot be read: there is no such file.", "none.json"),
        mistake("src cannot be read: it is a folder.", "src"),
        mistake(
            "The plan cannot be written to no/plan.json: there is no folder",
            PROBLEM,
            "--out",
            "no/plan.json"),
        mistake("The plan cannot be written to src: it is a folder.", PROBLEM, "--out=src"),
        mistake(
            "The picture cannot be written to plan.png: expected a name that ends in .html.",
            PROBLEM,
            "--picture=plan.png"),
        mistake(
            "The picture cannot be written to no/plan.html: there is no folder",
            PROBLEM,
            "--picture=no/plan.html"));
  }

  private static Arguments mistake(String complaint, String... arguments) {
    return arguments(complaint, List.of(arguments));
  }

  /** Before anybody waits for a plan, and without a page of options around it. */
  @ParameterizedTest
  @MethodSource("mistakes")
  void refusesWhatMakesNoSense(String complaint, List<String> arguments) {
    int code = run(arguments.toArray(String[]::new));

    assertThat(code).isEqualTo(Complaints.UNUSABLE_INPUT);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).startsWith("setpoint: ").contains(complaint);
    assertThat(err.toString().lines().count()).isLessThan(4);
  }

  @Test
  void takesTheBudgetUnderEitherName() {
    assertThat(run(PROBLEM, "--budget", "0.5", "--strategy", "first-come")).isZero();
    assertThat(run(PROBLEM, "--seconds", "0.5", "--strategy", "first-come")).isZero();
  }

  @Test
  void saysThatAFileIsNoText() throws IOException {
    Path file = Files.write(folder.resolve("problem.json"), new byte[] {(byte) 0xc3, 0x28});

    assertThat(run(file.toString())).isEqualTo(Complaints.UNUSABLE_INPUT);
    assertThat(err.toString()).contains("it is no text in UTF-8.");
  }

  private int run(String... arguments) {
    Complaints complaints = new Complaints();
    return new CommandLine(new PlanCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .setParameterExceptionHandler(complaints)
        .setExecutionExceptionHandler(complaints)
        .execute(arguments);
  }
}
