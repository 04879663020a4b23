package energy.setpoint.app.system.chaos;

import energy.setpoint.app.system.chaos.Striker.Struck;
import energy.setpoint.app.system.chaos.witness.MemoryLog;
import energy.setpoint.core.site.CircuitId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** A run as a page of Markdown, which also reads well at a terminal. */
final class ChaosReport {

  private final ChaosOutcome run;
  private final List<CircuitId> circuits;

  ChaosReport(ChaosOutcome run) {
    this.run = run;
    this.circuits = List.copyOf(run.fuses().worst().keySet());
  }

  /** Writes {@code report.md} and {@code load.svg} into a folder. */
  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("report.md"), text());
    Files.writeString(folder.resolve("load.svg"), new LoadPicture(run, circuits).svg());
  }

  String text() {
    StringJoiner page = new StringJoiner("\n");
    page.add(
        line(
            "Seed %d, %.0f times real time, things break for %s.",
            run.settings().seed(), run.settings().speed(), text(run.settings().strikes())));
    page.add("").add(minutes()).add("").add(findings()).add("");
    run.failures().forEach(page::add);
    run.sessions().findings().forEach(page::add);
    run.operator().findings().forEach(page::add);
    return page.toString();
  }

  private String minutes() {
    StringJoiner table = new StringJoiner("\n");
    StringJoiner head = new StringJoiner(" | ", "| minute | ", " | MB | struck: back after |");
    circuits.forEach(circuit -> head.add(circuit + " %"));
    table.add(head.toString());
    table.add("| --- |" + " --- |".repeat(circuits.size() + 2));
    long last = run.fuses().lastMinute();
    for (int minute = 0; minute <= last; minute++) {
      table.add(minute(minute));
    }
    return table.toString();
  }

  private String minute(int minute) {
    Map<CircuitId, Double> worst = run.fuses().worstIn(minute);
    StringJoiner row = new StringJoiner(" | ", "| ", " |");
    row.add(Integer.toString(minute));
    circuits.forEach(
        circuit -> row.add(line("%.0f", 100 * worst.getOrDefault(circuit, Double.NaN))));
    row.add(
        run.memory().residentIn(minute).isPresent()
            ? line("%.0f", run.memory().residentIn(minute).getAsDouble())
            : "");
    StringJoiner strikes = new StringJoiner("; ");
    run.struck().stream()
        .filter(it -> it.broken().toMinutes() == minute)
        .map(ChaosReport::text)
        .forEach(strikes::add);
    return row.add(strikes.toString()).toString();
  }

  /** Back is what the engine saw; the outage itself is part of it. */
  private static String text(Struck struck) {
    String who =
        struck.strike().stations().isEmpty() ? "" : " of " + struck.strike().stations().size();
    return struck.strike().target().words()
        + who
        + struck
            .recovered()
            .map(at -> line(": %.0f s", seconds(at.minus(struck.broken()))))
            .orElse(": never");
  }

  private String findings() {
    StringJoiner table = new StringJoiner("\n", "| | |\n| --- | --- |\n", "");
    row(table, "seconds of the site's time judged", "%d", run.fuses().seconds());
    row(table, "seconds above a fuse", "%s", run.fuses().secondsAbove());
    row(table, "breakers that may have tripped", "%d", run.fuses().trips().size());
    row(table, "hottest breaker, 1 trips", "%.2f", run.fuses().hottest());
    row(table, "seconds above the contract", "%d", run.fuses().secondsAboveContract());
    row(table, "highest import, kW", "%.1f", run.fuses().highestImport().kilowatts());
    row(table, "strikes", "%d", run.struck().size());
    row(table, "engines, those that died by themselves", "%d, %d", run.lives(), run.ownDeaths());
    row(
        table,
        "transactions accepted, found",
        "%d, %d",
        run.sessions().accepted(),
        run.sessions().found());
    row(
        table,
        "import limits kept, only obeyed, turned away, looked up",
        "%d, %d, %d, %d",
        run.operator().accepted(),
        run.operator().onlyObeyed(),
        run.operator().turnedAway(),
        run.operator().checked());
    row(table, "all well after the last mending", "%s", recovery(run.recovery()));
    memory(table, run.memory().trend());
    return table.toString();
  }

  private void memory(StringJoiner table, MemoryLog.Trend trend) {
    row(table, "longest life of an engine", "%s", text(trend.length()));
    row(
        table,
        "its resident MB, median of the second and the last third",
        "%.0f, %.0f",
        trend.residentMiddleMb(),
        trend.residentLastMb());
    row(
        table,
        "its lowest heap in MB, in the second and the last third",
        "%.0f, %.0f",
        trend.heapMiddleMb(),
        trend.heapLastMb());
  }

  private static String recovery(Optional<Duration> recovery) {
    return recovery.map(it -> line("%.0f s", seconds(it))).orElse("not in time");
  }

  private static void row(StringJoiner table, String name, String format, Object... values) {
    table.add("| " + name + " | " + line(format, values) + " |");
  }

  private static String text(Duration duration) {
    return line("%.1f min", seconds(duration) / 60);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1e3;
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
