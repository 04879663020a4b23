package energy.setpoint.app.plan.result;

import energy.setpoint.core.plan.SolveReport;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads how a plan says that it was found. */
final class ReportReader {

  private ReportReader() {}

  static SolveReport read(Optional<Report> report) {
    Optional<Double> bound = report.flatMap(Report::bound);
    return new SolveReport(
        report.flatMap(Report::method).orElse("unknown"),
        report.flatMap(Report::status).orElse(SolveReport.Status.FEASIBLE),
        report.flatMap(Report::reason),
        millis(report.flatMap(Report::elapsedMs)),
        millis(report.flatMap(Report::modellingMs)),
        bound.isPresent() ? OptionalDouble.of(bound.get()) : OptionalDouble.empty());
  }

  private static Duration millis(Optional<Integer> value) {
    return Duration.ofMillis(value.orElse(0));
  }
}
