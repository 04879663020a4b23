package energy.setpoint.app.system;

import static energy.setpoint.app.config.ProjectFiles.project;
import static energy.setpoint.app.config.ProjectFiles.shared;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Recorded sessions through planner, guard and simulated stations, as a user would replay them. */
class ReplayIT {

  @TempDir Path folder;

  /** A line of the comparison that is printed. */
  private record Figures(double uncontrolled, double setpoint) {}

  @Test
  @Timeout(120)
  void servesTwoInventedDaysInFullAtLowerCostAndPeak() throws Exception {
    Path sessions = resource("two-days.csv");
    Path tariff = resource("two-prices.yaml");

    String printed = replay(Duration.ofSeconds(100), sessions, tariff, "curves.html", "--days=2");

    assertThat(printed).contains("12 recorded sessions").doesNotContain("left out");
    assertThat(printed.lines()).as("only progress and result").hasSizeLessThan(60);
    assertThat(printed).doesNotContain(" INFO ");
    assertBetterThanUncontrolled(printed);
    assertThat(folder.resolve("curves.html")).isNotEmptyFile();
  }

  /** A garage in March 2019, at the prices of its utility. */
  @Test
  @Timeout(600)
  void servesARealWeekInFullAtLowerCostAndPeak() throws Exception {
    Path sessions = shared("sessions/caltech-2019-03-sessions.csv");
    Path tariff = shared("tariffs/sce_tou_ev_4_march_2019.json");

    String printed =
        replay(
            Duration.ofSeconds(580),
            sessions,
            tariff,
            "curves.html",
            "--from=2019-03-04",
            "--days=7");

    assertBetterThanUncontrolled(printed);
  }

  /** Two real days, with drivers who are wrong, against a rule of thumb and perfect foresight. */
  @Test
  @Timeout(600)
  void staysCloserToPerfectForesightThanARuleOfThumbWhenDriversAreWrong() throws Exception {
    Path sessions = shared("sessions/caltech-2019-03-sessions.csv");
    Path tariff = shared("tariffs/sce_tou_ev_4_march_2019.json");

    String printed =
        replay(
            Duration.ofSeconds(580),
            sessions,
            tariff,
            "curves.svg",
            "--from=2019-03-04",
            "--days=2",
            "--errors=25",
            "--compare",
            "--only=setpoint,least-laxity");

    Compared foresight = compared(printed, "perfect foresight");
    Compared setpoint = compared(printed, "setpoint");
    Compared leastLaxity = compared(printed, "least-laxity");
    assertThat(foresight.deliveredPercent()).isBetween(99.9, 100.1);
    assertThat(setpoint.total()).isLessThan(0.75 * leastLaxity.total());
    assertThat(setpoint.aboveSamePercent()).isBetween(-0.5, 80.0);
    assertThat(setpoint.deliveredPercent()).isGreaterThan(97);
    assertThat(leastLaxity.deliveredPercent()).isGreaterThan(99);
    assertThat(setpoint.fuseSeconds()).isZero();
    assertThat(leastLaxity.fuseSeconds()).isZero();
    assertThat(setpoint.changesPerHour()).isLessThan(2);
    assertThat(folder.resolve("curves.svg")).content().startsWith("<svg");
  }

  /** A line of the table in which several ways are compared. */
  private record Compared(
      double deliveredPercent,
      double total,
      double aboveSamePercent,
      double fuseSeconds,
      double changesPerHour) {}

  private static Compared compared(String printed, String name) {
    List<String> cells =
        printed
            .lines()
            .filter(line -> line.startsWith("| " + name + " "))
            .map(line -> List.of(line.split("\\|")))
            .findFirst()
            .orElseThrow(() -> new AssertionError("No line of " + name + " in:\n" + printed));
    return new Compared(
        number(cells.get(2).strip()),
        number(cells.get(5).strip()),
        number(cells.get(7).strip()),
        number(cells.get(9).strip()),
        number(cells.get(10).strip()));
  }

  private static void assertBetterThanUncontrolled(String printed) {
    Figures cost = row(printed, "total cost (USD)");
    Figures peak = row(printed, "peak, mean of 15 min (kW)");

    assertThat(row(printed, "of what was feasible (%)").setpoint()).isBetween(99.0, 101.0);
    assertThat(cost.setpoint()).isLessThan(cost.uncontrolled()).isPositive();
    assertThat(peak.setpoint()).isLessThan(peak.uncontrolled()).isPositive();
    assertThat(row(printed, "time above a fuse (s)").setpoint()).isZero();
  }

  private static Figures row(String printed, String figure) {
    Matcher line =
        Pattern.compile(Pattern.quote(figure) + "\\s+([\\d,.]+)\\s+([\\d,.]+)").matcher(printed);
    assertThat(line.find()).as("a line '%s' in:%n%s", figure, printed).isTrue();
    return new Figures(number(line.group(1)), number(line.group(2)));
  }

  private static double number(String text) {
    return Double.parseDouble(text.replace(",", ""));
  }

  private String replay(Duration atMost, Path sessions, Path tariff, String picture, String... more)
      throws IOException, InterruptedException {
    List<String> arguments =
        List.of(
            "replay",
            "--sessions=" + sessions,
            "--site=" + project("config/replay/caltech.yaml"),
            "--tariff=" + tariff,
            "--picture=" + folder.resolve(picture));
    List<String> all = Stream.concat(arguments.stream(), List.of(more).stream()).toList();
    try (SetpointProcess program = SetpointProcess.start(folder.resolve("printed.txt"), all)) {
      assertThat(program.exitCode(atMost)).as(program.printed()).isZero();
      return program.printed();
    }
  }

  private static Path resource(String name) throws Exception {
    return Path.of(Objects.requireNonNull(ReplayIT.class.getResource("/system/" + name)).toURI());
  }
}
