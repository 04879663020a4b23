package energy.setpoint.app.replay;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Shows how far long runs have come: one line that changes, or on no terminal a line for each tenth
 * of each run. Thread-safe.
 */
final class ProgressLine {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ROOT);
  private static final long SHORTEST_GAP_NANOS = 200_000_000;

  private final PrintWriter out;
  private final ZoneId zone;
  private final boolean terminal = System.console() != null && System.console().isTerminal();
  private final Map<String, Run> runs = new HashMap<>();
  private long shownNanos;

  private static final class Run {
    private final long startedNanos = System.nanoTime();
    private int shownTenth = -1;
  }

  ProgressLine(PrintWriter out, ZoneId zone) {
    this.out = out;
    this.zone = zone;
  }

  synchronized void show(String name, Instant siteTime, double done) {
    long now = System.nanoTime();
    Run run = runs.computeIfAbsent(name, n -> new Run());
    boolean last = done >= 1;
    int tenth = (int) (done * 10);
    boolean due = terminal ? now - shownNanos > SHORTEST_GAP_NANOS : tenth > run.shownTenth;
    if (run.shownTenth == 10 || !due && !last) {
      return;
    }
    shownNanos = now;
    run.shownTenth = tenth;
    double seconds = (now - run.startedNanos) / 1e9;
    String left =
        done > 0.02 && !last ? ", " + Math.round(seconds / done - seconds) + " s left" : "";
    out.print(
        String.format(
            Locale.ROOT,
            "%s  %-26s %3.0f %%  %s  %.0f s%s%s",
            terminal ? "\r\033[K" : "",
            name,
            done * 100,
            TIME.format(siteTime.atZone(zone)),
            seconds,
            left,
            terminal && !last ? "" : System.lineSeparator()));
    out.flush();
  }
}
