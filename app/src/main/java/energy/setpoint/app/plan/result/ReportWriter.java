package energy.setpoint.app.plan.result;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.SolveReport;
import energy.setpoint.core.plan.Uncertainty;
import java.util.Optional;
import java.util.OptionalDouble;

/** Writes how a plan was found. */
final class ReportWriter {

  private ReportWriter() {}

  static Report report(Plan plan) {
    SolveReport report = plan.report();
    return new Report(
        Optional.of(report.method()),
        Optional.of(report.status()),
        report.reason(),
        Optional.of(Math.toIntExact(report.elapsed().toMillis())),
        Optional.of(Math.toIntExact(report.modelling().toMillis())),
        Optional.of(Math.toIntExact(report.elapsed().minus(report.modelling()).toMillis())),
        present(report.bound()).map(ReportWriter::below),
        present(plan.gap()).map(PlanWriter::money),
        report.expectation().map(ReportWriter::expectation));
  }

  private static Expectation expectation(Uncertainty.Expectation expectation) {
    return new Expectation(
        expectation.outcomes().stream()
            .map(outcome ->
                new Expectation.Outcome(
                    Optional.of(outcome.scenario()),
                    Optional.of(PlanWriter.money(outcome.share())),
                    Optional.of(PlanWriter.money(outcome.cost())),
                    Optional.of(PlanWriter.rounded(outcome.missing().wattHours()))))
            .toList(),
        Optional.of(PlanWriter.money(expectation.cost())),
        present(expectation.bound()).map(ReportWriter::below),
        present(expectation.unaware()).map(PlanWriter::money),
        present(expectation.saving()).map(PlanWriter::money));
  }

  /** Rounded down, it remains a bound. */
  private static double below(double bound) {
    return Math.floor(bound * 1e6) / 1e6;
  }

  private static Optional<Double> present(OptionalDouble value) {
    return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
  }
}
