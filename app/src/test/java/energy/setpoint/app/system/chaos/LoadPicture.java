package energy.setpoint.app.system.chaos;

import energy.setpoint.app.system.chaos.Striker.Struck;
import energy.setpoint.core.site.CircuitId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** The worst load of each fuse by minute, over bars for what was broken meanwhile. */
final class LoadPicture {

  private static final int WIDTH = 900;
  private static final int PLOT_HEIGHT = 240;
  private static final int LANE = 14;
  private static final int LEFT = 150;
  private static final int TOP = 30;
  private static final int MOST_PERCENT = 120;
  private static final List<String> COLOURS = List.of("#1f6fb4", "#c4571c", "#3a8a3a", "#7a4fa0");

  private final ChaosOutcome run;
  private final List<CircuitId> circuits;
  private final double minutes;

  LoadPicture(ChaosOutcome run, List<CircuitId> circuits) {
    this.run = run;
    this.circuits = circuits;
    this.minutes = run.fuses().lastMinute() + 1;
  }

  String svg() {
    StringJoiner svg = new StringJoiner("\n");
    int height = TOP + PLOT_HEIGHT + 20 + LANE * Target.values().length;
    svg.add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" font-family=\"sans-serif\" font-size=\"11\""
            + " viewBox=\"0 0 %d %d\">".formatted(WIDTH, height));
    for (int percent = 0; percent <= MOST_PERCENT; percent += 20) {
      svg.add(gridLine(percent));
    }
    for (int i = 0; i < circuits.size(); i++) {
      svg.add(curve(circuits.get(i), COLOURS.get(i % COLOURS.size()), i));
    }
    for (Target target : Target.values()) {
      svg.add(text(4, lane(target) + LANE - 4, "#444", target.words()));
    }
    run.struck().forEach(struck -> svg.add(bar(struck)));
    return svg.add("</svg>").add("").toString();
  }

  private static String gridLine(int percent) {
    String colour = percent == 100 ? "#b00" : "#ddd";
    return line(
            "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>",
            LEFT, WIDTH, y(percent), y(percent), colour)
        + text(LEFT - 40, y(percent) + 4, "#444", percent + " %");
  }

  private String curve(CircuitId circuit, String colour, int position) {
    StringJoiner points = new StringJoiner(" ");
    for (int minute = 0; minute < minutes; minute++) {
      double share = run.fuses().worstIn(minute).getOrDefault(circuit, 0.0);
      points.add(line("%.1f,%.1f", x(minute + 0.5), y(100 * share)));
    }
    return "<polyline fill=\"none\" stroke=\"%s\" points=\"%s\"/>".formatted(colour, points)
        + text(LEFT + 80 * position, 14, colour, circuit.value());
  }

  /** From the strike until the engine saw all well again. */
  private String bar(Struck struck) {
    double from = x(minutes(struck.broken()));
    double to = x(struck.recovered().map(LoadPicture::minutes).orElse(minutes));
    return line(
        "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"#888\"/>",
        from, lane(struck.strike().target()), Math.max(1, to - from), LANE - 4);
  }

  private static int lane(Target target) {
    return TOP + PLOT_HEIGHT + 14 + LANE * target.ordinal();
  }

  private static double minutes(Duration duration) {
    return duration.toMillis() / 60e3;
  }

  private double x(double minute) {
    return LEFT + (WIDTH - LEFT) * minute / minutes;
  }

  private static double y(double percent) {
    return TOP + PLOT_HEIGHT * (1 - Math.min(MOST_PERCENT, percent) / MOST_PERCENT);
  }

  private static String text(double x, double y, String colour, String words) {
    return line("<text x=\"%.1f\" y=\"%.1f\" fill=\"%s\">%s</text>", x, y, colour, words);
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
