package energy.setpoint.app.plan.show;

import energy.setpoint.app.plan.show.Bands.Band;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.time.PowerCurve;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Draws a plan as one page of HTML with nothing to load: the power of all devices stacked, with the
 * limits of the grid connection; the prices; and who charges when.
 */
public final class PlanPicture {

  private static final int WIDTH = 1160;
  private static final int LEFT = 70;
  private static final int TOP = 16;
  private static final int POWER_HEIGHT = 400;
  private static final int PRICE_TOP = TOP + POWER_HEIGHT + 30;
  private static final int PRICE_HEIGHT = 90;
  private static final int ROWS_TOP = PRICE_TOP + PRICE_HEIGHT + 40;
  private static final int ROW = 16;

  /** Rows for vehicles; a picture of thousands shows nothing. */
  private static final int MOST_ROWS = 80;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final PlanningProblem problem;
  private final Plan plan;
  private final String table;
  private final List<Band> bands;
  private final double mostKilowatts;
  private final double leastKilowatts;
  private final int rows;
  private final Svg svg;

  private PlanPicture(PlanningProblem problem, Plan plan) {
    this.problem = problem.nominal();
    this.plan = plan;
    this.table = PlanTable.of(problem, plan);
    this.bands = Bands.of(plan);
    double highest = bands.stream().flatMapToDouble(b -> Arrays.stream(b.to())).max().orElse(0);
    double lowest = bands.stream().flatMapToDouble(b -> Arrays.stream(b.to())).min().orElse(0);
    this.mostKilowatts = Math.max(1, highest) * 1.06;
    this.leastKilowatts = Math.min(0, lowest) * 1.06;
    this.rows = Math.min(MOST_ROWS, plan.vehicles().size());
    this.svg = new Svg(WIDTH, ROWS_TOP + rows * ROW + 40, "Power, prices and vehicles");
  }

  /** The page; times are UTC. */
  public static String html(PlanningProblem problem, Plan plan) {
    return new PlanPicture(problem, plan).html();
  }

  private String html() {
    return """
    <!doctype html>
    <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <title>Plan of %1$s</title>
    <style>
    :root { color-scheme: light dark; --ink: #1f2937; --line: #d1d5db; --paper: #fff; --load: #94a3b8; --flexible: #a78bfa; --vehicles: #0f766e; --battery: #2563eb; --solar: #f59e0b; --limit: #dc2626; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e5e7eb; --line: #374151; --paper: #111827; --load: #64748b; --vehicles: #2dd4bf; --battery: #60a5fa; --solar: #fbbf24; --limit: #f87171; } }
    body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 1200px; margin: 2rem auto; padding: 0 1rem; }
    svg { width: 100%%; height: auto; } text { fill: var(--ink); font-size: 12px; } pre { overflow-x: auto; }
    .load { fill: var(--load); } .flexible { fill: var(--flexible); } .vehicles { fill: var(--vehicles); } .battery { fill: var(--battery); } .solar { fill: var(--solar); }
    .grid { fill: none; stroke: var(--ink); stroke-width: 1.6; } .limit { fill: none; stroke: var(--limit); stroke-dasharray: 6 4; } .scale { stroke: var(--line); } .zero { stroke: var(--ink); }
    .price { fill: none; stroke: var(--ink); } .earned { fill: none; stroke: var(--solar); } .stay { fill: var(--line); opacity: .5; }
    .key { display: inline-block; width: 1.2em; height: .8em; margin: 0 .3em 0 1em; }
    </style></head><body>
    <h1>Plan of %1$s</h1>
    <p>%2$s to %3$s UTC.%4$s
    <span class="key" style="background:var(--ink);height:.15em;vertical-align:middle"></span>grid connection
    <span class="key" style="background:var(--limit);height:.15em;vertical-align:middle"></span>its limits</p>
    %5$s
    <pre>%6$s</pre>
    </body></html>
    """
        .formatted(
            Svg.escaped(problem.site().value()),
            TIME.format(plan.grid().start()),
            TIME.format(plan.grid().end()),
            legend(),
            draw(),
            Svg.escaped(table));
  }

  private String legend() {
    return bands.stream()
        .map(band ->
            " <span class=\"key\" style=\"background:var(--%s)\"></span>%s"
                .formatted(band.style(), band.words()))
        .distinct()
        .collect(Collectors.joining("\n"));
  }

  private String draw() {
    drawTimes();
    drawScale();
    bands.forEach(this::drawBand);
    svg.line(LEFT, y(0), WIDTH, y(0), "zero");
    drawLimit(step -> problem.importLimit().watts(step) / 1000);
    drawLimit(step -> -problem.exportLimit().watts(step) / 1000);
    svg.path(steps(step -> y(plan.gridPower().watts(step) / 1000)), "grid");
    drawPrices();
    drawVehicles();
    return svg.end();
  }

  private void drawTimes() {
    int bottom = ROWS_TOP + rows * ROW;
    Duration length = Duration.between(plan.grid().start(), plan.grid().end());
    long every = Math.max(1, Math.ceilDiv(length.toHours(), 12)) * 3600;
    long first = Math.ceilDiv(plan.grid().start().getEpochSecond(), every) * every;
    for (long at = first; at < plan.grid().end().getEpochSecond(); at += every) {
      double x = x(Instant.ofEpochSecond(at));
      svg.line(x, TOP, x, bottom, "scale");
      svg.text(x, bottom + 18, "middle", TIME.format(Instant.ofEpochSecond(at)));
    }
  }

  private void drawScale() {
    double step = nice((mostKilowatts - leastKilowatts) / 7);
    for (double kw = Math.ceil(leastKilowatts / step) * step; kw <= mostKilowatts; kw += step) {
      svg.line(LEFT, y(kw), WIDTH, y(kw), "scale");
      svg.text(
          LEFT - 6,
          y(kw) + 4,
          "end",
          String.format(Locale.ROOT, step < 1 ? "%.1f kW" : "%.0f kW", kw + 0.0));
    }
  }

  private static double nice(double rough) {
    double magnitude = Math.pow(10, Math.floor(Math.log10(Math.max(rough, 0.1))));
    double digits = rough / magnitude;
    return magnitude * (digits <= 1 ? 1 : digits <= 2 ? 2 : digits <= 5 ? 5 : 10);
  }

  private void drawBand(Band band) {
    StringBuilder path = new StringBuilder("M");
    for (int step = 0; step < plan.grid().size(); step++) {
      point(path, left(step), y(band.from()[step]));
      point(path, right(step), y(band.from()[step]));
    }
    for (int step = plan.grid().size() - 1; step >= 0; step--) {
      point(path, right(step), y(band.to()[step]));
      point(path, left(step), y(band.to()[step]));
    }
    svg.path(path.append('Z'), band.style());
  }

  private static void point(StringBuilder path, double x, double y) {
    path.append(String.format(Locale.ROOT, "%.1f %.1f ", x, y));
  }

  /** A limit that lies outside of the picture does not bind. */
  private void drawLimit(IntToDoubleFunction kilowatts) {
    boolean visible =
        IntStream.range(0, plan.grid().size())
            .mapToDouble(kilowatts)
            .anyMatch(kw -> kw <= mostKilowatts && kw >= leastKilowatts);
    if (visible) {
      svg.path(
          steps(
              step -> y(Math.clamp(kilowatts.applyAsDouble(step), leastKilowatts, mostKilowatts))),
          "limit");
    }
  }

  private String steps(IntToDoubleFunction y) {
    StringBuilder path = new StringBuilder("M");
    for (int step = 0; step < plan.grid().size(); step++) {
      point(path, left(step), y.applyAsDouble(step));
      point(path, right(step), y.applyAsDouble(step));
    }
    return path.toString();
  }

  private void drawPrices() {
    IntToDoubleFunction paid = step -> problem.importPrice(step).perKilowattHour();
    IntToDoubleFunction earned = step -> problem.exportPrice(step).perKilowattHour();
    double most = Math.max(max(paid), max(earned));
    double least =
        Math.min(
            0, Math.min(-max(s -> -paid.applyAsDouble(s)), -max(s -> -earned.applyAsDouble(s))));
    double scale = PRICE_HEIGHT / Math.max(1e-9, most - least);
    int bottom = PRICE_TOP + PRICE_HEIGHT;
    svg.path(steps(step -> bottom - (paid.applyAsDouble(step) - least) * scale), "price");
    svg.path(steps(step -> bottom - (earned.applyAsDouble(step) - least) * scale), "earned");
    svg.text(LEFT - 6, PRICE_TOP + 4, "end", String.format(Locale.ROOT, "%.3f", most));
    svg.text(LEFT - 6, bottom + 4, "end", String.format(Locale.ROOT, "%.3f", least));
    svg.text(LEFT - 6, PRICE_TOP + PRICE_HEIGHT / 2 + 4, "end", "per kWh");
  }

  private double max(IntToDoubleFunction values) {
    return IntStream.range(0, plan.grid().size()).mapToDouble(values).max().orElse(0);
  }

  /** A row for each vehicle: its stay, and darker the more it takes or gives. */
  private void drawVehicles() {
    for (int i = 0; i < rows; i++) {
      VehicleDemand demand = problem.vehicles().get(i);
      PowerCurve power = plan.vehicles().get(i).power();
      double y = ROWS_TOP + i * ROW;
      double from = x(demand.connected().start());
      svg.text(LEFT - 6, y + 11, "end", shortened(demand.session().value()));
      rect(from, y, x(demand.connected().end()), "stay", 0.5);
      for (int step = 0; step < power.size(); step++) {
        double watts = power.watts(step);
        double most = (watts > 0 ? demand.maxCharge() : demand.maxDischarge()).watts();
        if (Math.abs(watts) > 1) {
          double share = Math.clamp(Math.abs(watts) / Math.max(1, most), 0.08, 1);
          rect(left(step), y, right(step), watts > 0 ? "vehicles" : "solar", share);
        }
      }
    }
    if (rows < plan.vehicles().size()) {
      svg.text(
          LEFT,
          ROWS_TOP - 6,
          "start",
          "The first %d of %d vehicles".formatted(rows, plan.vehicles().size()));
    }
  }

  private void rect(double from, double y, double to, String style, double opacity) {
    svg.add(
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%d\" class=\"%s\" style=\"opacity:%.2f\"/>",
        from, y, Math.max(0, to - from), ROW - 3, style, opacity);
  }

  private static String shortened(String name) {
    return name.length() <= 10 ? name : name.substring(0, 9) + "…";
  }

  private double left(int step) {
    return x(plan.grid().boundaries().get(step));
  }

  private double right(int step) {
    return x(plan.grid().boundaries().get(step + 1));
  }

  private double x(Instant at) {
    Instant start = plan.grid().start();
    double share =
        (double) Duration.between(start, at).toMillis()
            / Duration.between(start, plan.grid().end()).toMillis();
    return LEFT + Math.clamp(share, 0, 1) * (WIDTH - LEFT);
  }

  private double y(double kilowatts) {
    double share = (mostKilowatts - kilowatts) / (mostKilowatts - leastKilowatts);
    return TOP + share * POWER_HEIGHT;
  }
}
