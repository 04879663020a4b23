package energy.setpoint.app.composite;

import energy.setpoint.app.plan.show.Svg;
import energy.setpoint.ocpp.composite.CompositeSchedule;
import energy.setpoint.ocpp.composite.profile.PhaseValues;
import energy.setpoint.ocpp.composite.profile.SchedulePeriod;
import energy.setpoint.ocpp.composite.station.Station;
import java.time.format.DateTimeFormatter;
import java.util.DoubleSummaryStatistics;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Draws a composite schedule as one page of HTML with nothing to load: the limits as steps, and the
 * setpoint between them. Where phases have values of their own, L1 is drawn.
 */
public final class CompositePicture {

  private static final int WIDTH = 1160;
  private static final int HEIGHT = 380;
  private static final int LEFT = 70;
  private static final int TOP = 16;
  private static final int BOTTOM = 340;
  private static final int TICKS = 12;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ROOT);

  private final CompositeSchedule schedule;
  private final Station station;
  private final double most;
  private final double least;
  private final Svg svg = new Svg(WIDTH, HEIGHT, "Limits and setpoint");

  private CompositePicture(CompositeSchedule schedule, Station station) {
    this.schedule = schedule;
    this.station = station;
    DoubleSummaryStatistics values =
        schedule.periods().stream()
            .flatMap(p -> Stream.of(p.limit(), p.dischargeLimit(), p.setpoint()))
            .flatMap(Optional::stream)
            .mapToDouble(PhaseValues::value)
            .summaryStatistics();
    most = Math.max(1, values.getMax()) * 1.06;
    least = Math.min(0, values.getMin()) * 1.06;
  }

  /** The page; times are those of the clock at the station. */
  public static String html(CompositeSchedule schedule, Station station) {
    return new CompositePicture(schedule, station).html();
  }

  private String html() {
    scale();
    svg.path(steps(SchedulePeriod::limit), "limit");
    svg.path(steps(SchedulePeriod::dischargeLimit), "discharge");
    svg.path(steps(SchedulePeriod::setpoint), "setpoint");
    return """
    <!doctype html>
    <html lang="en"><head><meta charset="utf-8"><title>Composite schedule</title>
    <style>
    :root { color-scheme: light dark; --ink: #1f2937; --line: #d1d5db; --paper: #fff; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e5e7eb; --line: #374151; --paper: #111827; } }
    body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 1200px; margin: 2rem auto; padding: 0 1rem; }
    svg { width: 100%%; height: auto; } text { fill: var(--ink); font-size: 12px; } pre { overflow-x: auto; }
    path { fill: none; stroke-width: 2; } .limit { stroke: #dc2626; } .discharge { stroke: #2563eb; } .setpoint { stroke: #0f766e; stroke-dasharray: 6 4; }
    .scale { stroke: var(--line); }
    </style></head><body>
    %s<p>Red: limit. Blue: limit of discharge. Green: setpoint. In %s.</p>
    <pre>%s</pre>
    </body></html>
    """
        .formatted(svg.end(), schedule.unit(), CompositeTable.of(schedule, station));
  }

  private void scale() {
    for (double value : new double[] {most / 1.06, 0, least / 1.06}) {
      svg.line(LEFT, y(value), WIDTH, y(value), "scale");
      svg.text(LEFT - 6, y(value) + 4, "end", "%.0f".formatted(value));
    }
    for (int i = 0; i < TICKS; i++) {
      int second = (int) ((long) schedule.durationSeconds() * i / TICKS);
      var time = schedule.start().plusSeconds(second).atZone(station.zone());
      svg.line(x(second), BOTTOM, x(second), BOTTOM + 5, "scale");
      svg.text(x(second), BOTTOM + 20, "start", TIME.format(time));
    }
  }

  /** A line that breaks off where a period has no such value. */
  private String steps(Function<SchedulePeriod, Optional<PhaseValues>> values) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < schedule.periods().size(); i++) {
      SchedulePeriod period = schedule.periods().get(i);
      int end =
          i + 1 < schedule.periods().size()
              ? schedule.periods().get(i + 1).startPeriod()
              : schedule.durationSeconds();
      values
          .apply(period)
          .ifPresent(value ->
              path.append(
                  String.format(
                      Locale.ROOT,
                      "M%.1f %.1f H%.1f ",
                      x(period.startPeriod()),
                      y(value.value()),
                      x(end))));
    }
    return path.toString();
  }

  private double x(int second) {
    return LEFT + (double) (WIDTH - LEFT) * second / schedule.durationSeconds();
  }

  private double y(double value) {
    return TOP + (BOTTOM - TOP) * (most - value) / (most - least);
  }
}
