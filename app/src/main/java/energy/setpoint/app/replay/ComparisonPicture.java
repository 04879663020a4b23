package energy.setpoint.app.replay;

import energy.setpoint.core.quantity.Power;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Draws a comparison as one SVG with nothing to load: what each way costs as bars, and below the
 * load curves of no control, of Setpoint and of perfect foresight.
 */
final class ComparisonPicture {

  private static final int WIDTH = 1160;
  private static final int LEFT = 210;
  private static final int CURVES_LEFT = 60;
  private static final int BAR = 24;
  private static final int CURVES_HEIGHT = 260;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM", Locale.ROOT);

  private final ComparisonReport report;
  private final List<ComparisonReport.Row> rows;
  private final StringBuilder svg = new StringBuilder();
  private final int curvesTop;

  ComparisonPicture(ComparisonReport report) {
    this.report = report;
    this.rows = report.rows();
    this.curvesTop = 70 + rows.size() * BAR + 60;
  }

  String svg() {
    int height = curvesTop + CURVES_HEIGHT + 40;
    add(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">
        <style>
        .paper { fill: #fff } text { fill: #1f2937 } .line { stroke: #d1d5db }
        .energy { fill: #0f766e } .demand { fill: #5eead4 } .key { font-size: 13px }
        .curve { fill: none; stroke-width: 1.2 }
        .uncontrolled { stroke: #fdba74 } .setpoint { stroke: #0f766e } .foresight { stroke: #1d4ed8 }
        </style>
        <rect class="paper" width="%d" height="%d"/>
        """,
        WIDTH, height, WIDTH, height);
    drawBars();
    drawCurves();
    return svg.append("</svg>\n").toString();
  }

  private void drawBars() {
    String currency = report.tariff().currency().getCurrencyCode();
    add(
        "<text x=\"10\" y=\"24\" font-size=\"16\">%s: what each way costs (%s)</text>\n",
        escaped(report.site()), currency);
    add("<rect class=\"energy\" x=\"%d\" y=\"36\" width=\"14\" height=\"12\"/>", LEFT);
    add("<text class=\"key\" x=\"%d\" y=\"47\">energy</text>", LEFT + 20);
    add("<rect class=\"demand\" x=\"%d\" y=\"36\" width=\"14\" height=\"12\"/>", LEFT + 90);
    add("<text class=\"key\" x=\"%d\" y=\"47\">demand charge</text>\n", LEFT + 110);
    double most = rows.stream().mapToDouble(ComparisonReport.Row::total).max().orElse(1);
    double scale = (WIDTH - LEFT - 330) / Math.max(1e-9, most);
    for (int i = 0; i < rows.size(); i++) {
      drawBar(rows.get(i), 62 + i * BAR, scale);
    }
  }

  private void drawBar(ComparisonReport.Row row, int y, double scale) {
    double energy = row.energyCost() * scale;
    double demand = row.demandCost() * scale;
    add("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>", LEFT - 8, y + 13, row.name());
    add("<rect class=\"energy\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"16\"/>", LEFT, y, energy);
    add(
        "<rect class=\"demand\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"16\"/>",
        LEFT + energy, y, demand);
    String fuse = row.fuseSeconds() > 0 ? ", breaks fuses" : "";
    add(
        "<text x=\"%.1f\" y=\"%d\">%,.0f (%+.1f %%), %.1f kW, %.1f %% delivered%s</text>\n",
        LEFT + energy + demand + 6,
        y + 13,
        row.total(),
        row.abovePercent(),
        row.peakKw(),
        row.deliveredPercent(),
        fuse);
  }

  private void drawCurves() {
    NavigableMap<Instant, Power> span =
        report.outcome().scores().getFirst().result().load().powers();
    Instant start = span.firstKey();
    Instant end = span.lastKey();
    double most =
        report.outcome().scores().stream()
            .filter(score -> isDrawn(score.name()))
            .mapToDouble(score -> score.result().load().peak().kilowatts())
            .max()
            .orElse(1);
    drawKilowatts(most);
    drawDays(start, end);
    for (Replay.Score score : report.outcome().scores()) {
      if (isDrawn(score.name())) {
        drawCurve(score.result().load().powers(), score.name(), start, end, most);
      }
    }
    drawCurve(foresight(span), "foresight", start, end, most);
    String[] keys = {"uncontrolled", "setpoint", "foresight"};
    for (int i = 0; i < keys.length; i++) {
      int x = CURVES_LEFT + i * 130;
      add(
          "<path class=\"curve %s\" stroke-width=\"3\" d=\"M%d %dh22\"/>",
          keys[i], x, curvesTop - 16);
      add("<text class=\"key\" x=\"%d\" y=\"%d\">%s</text>\n", x + 28, curvesTop - 12, keys[i]);
    }
  }

  private static boolean isDrawn(String name) {
    return name.equals(Contender.SETPOINT) || name.equals(Contender.uncontrolled().name());
  }

  private NavigableMap<Instant, Power> foresight(NavigableMap<Instant, Power> span) {
    NavigableMap<Instant, Power> powers = new TreeMap<>();
    span.keySet().forEach(at -> powers.put(at, report.outcome().foresight().gridPower().at(at)));
    return powers;
  }

  private void drawKilowatts(double most) {
    int step = most > 60 ? 20 : most > 25 ? 10 : 5;
    for (int kilowatts = 0; kilowatts <= most; kilowatts += step) {
      double y = y(kilowatts, most);
      add(
          "<path class=\"line\" d=\"M%d %.1fH%d\"/>"
              + "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%d kW</text>\n",
          CURVES_LEFT, y, WIDTH, CURVES_LEFT - 6, y + 4, kilowatts);
    }
  }

  private void drawDays(Instant start, Instant end) {
    long days = Math.max(1, Duration.between(start, end).toDays());
    ZonedDateTime day = start.atZone(report.zone()).truncatedTo(ChronoUnit.DAYS).plusDays(1);
    for (; day.toInstant().isBefore(end); day = day.plusDays(1 + days / 11)) {
      double x = x(day.toInstant(), start, end);
      add(
          "<path class=\"line\" d=\"M%.1f %dv%d\"/><text x=\"%.1f\" y=\"%d\">%s</text>\n",
          x, curvesTop, CURVES_HEIGHT + 6, x + 3, curvesTop + CURVES_HEIGHT + 20, DAY.format(day));
    }
  }

  /** Only where the power changes is a corner written, or a month would fill a megabyte. */
  private void drawCurve(
      NavigableMap<Instant, Power> curve, String style, Instant start, Instant end, double most) {
    StringBuilder path = new StringBuilder();
    double last = Double.NaN;
    for (Map.Entry<Instant, Power> slot : curve.entrySet()) {
      double y = y(slot.getValue().kilowatts(), most);
      if (path.isEmpty()) {
        path.append(String.format(Locale.ROOT, "M%.1f %.1f", x(slot.getKey(), start, end), y));
      } else if (Math.abs(y - last) >= 0.5) {
        path.append(String.format(Locale.ROOT, "H%.1fV%.1f", x(slot.getKey(), start, end), y));
      } else {
        continue;
      }
      last = y;
    }
    add("<path class=\"curve %s\" d=\"%s\"/>\n", style, path);
  }

  private static double x(Instant at, Instant start, Instant end) {
    double share =
        (double) Duration.between(start, at).toMillis() / Duration.between(start, end).toMillis();
    return CURVES_LEFT + Math.clamp(share, 0, 1) * (WIDTH - CURVES_LEFT);
  }

  private double y(double kilowatts, double most) {
    return curvesTop + CURVES_HEIGHT * (1 - Math.max(0, kilowatts) / Math.max(1e-9, most));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values));
  }
}
