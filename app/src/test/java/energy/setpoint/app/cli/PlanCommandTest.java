package energy.setpoint.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

  @Test
  void refusesWhatMakesNoSense() {
    assertThat(run("--check", PROBLEM)).isEqualTo(2);
    assertThat(run(PROBLEM, PROBLEM)).isEqualTo(2);
    assertThat(run(PROBLEM, "--budget", "0")).isEqualTo(2);
    assertThat(run(PROBLEM, "--strategy", "magic")).isEqualTo(2);
    assertThat(run(folder.resolve("none.json").toString())).isEqualTo(2);
    assertThat(err.toString())
        .contains(
            "--check needs two files",
            "Maybe --check is missing",
            "expected 0.001 to 86400 seconds",
            "There is no strategy 'magic'",
            "cannot be read");
  }

  private int run(String... arguments) {
    return new CommandLine(new PlanCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .setExecutionExceptionHandler(new Complaints())
        .execute(arguments);
  }
}
