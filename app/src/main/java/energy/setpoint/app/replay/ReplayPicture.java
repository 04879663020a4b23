package energy.setpoint.app.replay;

import energy.setpoint.core.quantity.Power;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;

/** Draws both load curves and the price as one page of HTML with nothing to load. */
final class ReplayPicture {

  private static final int WIDTH = 1160;
  private static final int HEIGHT = 420;
  private static final int LEFT = 60;
  private static final int TOP = 20;
  private static final int PRICE_HEIGHT = 90;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM", Locale.ROOT);

  private final ReplayReport report;
  private final NavigableMap<Instant, Power> before;
  private final NavigableMap<Instant, Power> after;
  private final Instant start;
  private final Instant end;
  private final double mostKilowatts;

  ReplayPicture(ReplayReport report) {
    this.report = report;
    this.before = report.uncontrolled().load().powers();
    this.after = report.setpoint().load().powers();
    Duration interval = report.uncontrolled().load().interval();
    this.start = before.firstKey();
    Instant lastBefore = before.lastKey();
    Instant lastAfter = after.lastKey();
    this.end = (lastBefore.isAfter(lastAfter) ? lastBefore : lastAfter).plus(interval);
    this.mostKilowatts =
        Math.max(
            1,
            Math.max(
                    report.uncontrolled().load().peak().kilowatts(),
                    report.setpoint().load().peak().kilowatts())
                * 1.08);
  }

  String html() {
    return """
    <!doctype html>
    <html lang="en"><head><meta charset="utf-8"><title>Replay of %1$s</title>
    <style>
    :root { color-scheme: light dark; --before: #c2410c; --after: #0f766e; --ink: #1f2937; --line: #d1d5db; --paper: #fff; }
    @media (prefers-color-scheme: dark) { :root { --before: #fb923c; --after: #2dd4bf; --ink: #e5e7eb; --line: #374151; --paper: #111827; } }
    body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 1200px; margin: 2rem auto; padding: 0 1rem; }
    svg { width: 100%%; height: auto; } text { fill: var(--ink); font-size: 12px; }
    table { border-collapse: collapse; } td, th { padding: .3rem 1rem; text-align: right; border-bottom: 1px solid var(--line); } td:first-child { text-align: left; }
    .before { stroke: var(--before); fill: var(--before); } .after { stroke: var(--after); fill: var(--after); }
    .key { display: inline-block; width: 1.2em; height: .8em; margin: 0 .3em 0 1em; }
    </style></head><body>
    <h1>Replay of %1$s</h1>
    <p>%2$s to %3$s, %4$d visits.
    <span class="key" style="background:var(--before)"></span>uncontrolled
    <span class="key" style="background:var(--after)"></span>Setpoint</p>
    %5$s
    <table><tr><th></th><th>uncontrolled</th><th>Setpoint</th><th>change</th></tr>
    %6$s</table>
    </body></html>
    """
        .formatted(
            report.site(),
            DAY.format(local(start)),
            DAY.format(local(end)),
            report.setpoint().visits().size(),
            svg(),
            tableRows());
  }

  private String svg() {
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"Power at the grid connection\">%n",
            WIDTH,
            HEIGHT + PRICE_HEIGHT + 60));
    drawScale(svg);
    drawDays(svg);
    drawCurve(svg, before, "before");
    drawCurve(svg, after, "after");
    drawPrice(svg);
    return svg.append("</svg>\n").toString();
  }

  private void drawScale(StringBuilder svg) {
    double step = niceStep(mostKilowatts / 5);
    for (double kilowatts = 0; kilowatts <= mostKilowatts; kilowatts += step) {
      double y = y(kilowatts);
      svg.append(
          String.format(
              Locale.ROOT,
              "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"var(--line)\"/>"
                  + "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%.0f kW</text>%n",
              LEFT,
              WIDTH,
              y,
              y,
              LEFT - 6,
              y + 4,
              kilowatts));
    }
  }

  private static double niceStep(double rough) {
    double magnitude = Math.pow(10, Math.floor(Math.log10(Math.max(rough, 0.1))));
    double digits = rough / magnitude;
    return magnitude * (digits <= 1 ? 1 : digits <= 2 ? 2 : digits <= 5 ? 5 : 10);
  }

  private void drawDays(StringBuilder svg) {
    ZonedDateTime day = local(start).truncatedTo(ChronoUnit.DAYS).plusDays(1);
    long days = Math.max(1, Duration.between(start, end).toDays());
    for (; day.toInstant().isBefore(end); day = day.plusDays(1 + days / 12)) {
      double x = x(day.toInstant());
      svg.append(
          String.format(
              Locale.ROOT,
              "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" stroke=\"var(--line)\"/>"
                  + "<text x=\"%.1f\" y=\"%d\">%s</text>%n",
              x,
              x,
              TOP,
              HEIGHT + PRICE_HEIGHT + 30,
              x + 4,
              HEIGHT + PRICE_HEIGHT + 45,
              DAY.format(day)));
    }
  }

  private void drawCurve(StringBuilder svg, NavigableMap<Instant, Power> curve, String style) {
    Duration interval = report.uncontrolled().load().interval();
    StringBuilder path = new StringBuilder();
    for (Map.Entry<Instant, Power> slot : curve.entrySet()) {
      double y = y(slot.getValue().kilowatts());
      path.append(path.isEmpty() ? "M" : "L");
      path.append(String.format(Locale.ROOT, "%.1f %.1f", x(slot.getKey()), y));
      path.append(String.format(Locale.ROOT, "H%.1f", x(slot.getKey().plus(interval))));
    }
    svg.append(
        String.format(
            "<path d=\"%s\" class=\"%s\" style=\"fill:none\" stroke-width=\"1.5\"/>%n",
            path, style));
  }

  private void drawPrice(StringBuilder svg) {
    double highest = 1e-9;
    for (Instant at = start; at.isBefore(end); at = at.plus(Duration.ofMinutes(15))) {
      highest = Math.max(highest, Math.abs(price(at)));
    }
    int bottom = HEIGHT + PRICE_HEIGHT + 30;
    StringBuilder path = new StringBuilder();
    for (Instant at = start; at.isBefore(end); at = at.plus(Duration.ofMinutes(15))) {
      double y = bottom - Math.max(0, price(at)) / highest * (PRICE_HEIGHT - 15);
      path.append(path.isEmpty() ? "M" : "L");
      path.append(String.format(Locale.ROOT, "%.1f %.1f", x(at), y));
      path.append(String.format(Locale.ROOT, "H%.1f", x(at.plus(Duration.ofMinutes(15)))));
    }
    svg.append(
        String.format(
            Locale.ROOT,
            "<path d=\"%s\" style=\"fill:none;stroke:currentColor;opacity:.6\"/>"
                + "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">price</text>"
                + "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%.3f</text>%n",
            path,
            LEFT - 6,
            bottom - 4,
            LEFT - 6,
            bottom - PRICE_HEIGHT + 20,
            highest));
  }

  private double price(Instant at) {
    return report.tariff().importPrice().at(at).perKilowattHour();
  }

  private double x(Instant at) {
    double share =
        (double) Duration.between(start, at).toMillis() / Duration.between(start, end).toMillis();
    return LEFT + Math.clamp(share, 0, 1) * (WIDTH - LEFT);
  }

  private double y(double kilowatts) {
    return HEIGHT - Math.max(0, kilowatts) / mostKilowatts * (HEIGHT - TOP);
  }

  private ZonedDateTime local(Instant at) {
    return at.atZone(report.zone());
  }

  private String tableRows() {
    StringBuilder rows = new StringBuilder();
    for (ReplayReport.Row row : report.rows()) {
      rows.append(
          "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>%n"
              .formatted(row.figure(), row.uncontrolled(), row.setpoint(), row.change()));
    }
    return rows.toString();
  }
}
