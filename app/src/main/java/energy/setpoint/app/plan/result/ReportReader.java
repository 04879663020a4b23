package energy.setpoint.app.plan.result;

import energy.setpoint.app.plan.json.Findings;
import energy.setpoint.app.plan.json.Part;
import energy.setpoint.core.plan.SolveReport;
import energy.setpoint.core.plan.Uncertainty;
import energy.setpoint.core.quantity.Energy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads how a plan says that it was found. */
record ReportReader(Findings findings) {

  private static final double MOST_COST = 1e12;

  SolveReport read(Optional<Report> report) {
    return new SolveReport(
        report.flatMap(Report::method).orElse("unknown"),
        report.flatMap(Report::status).orElse(SolveReport.Status.FEASIBLE),
        report.flatMap(Report::reason),
        millis(report.flatMap(Report::elapsedMs)),
        millis(report.flatMap(Report::modellingMs)),
        number(report.flatMap(Report::bound)),
        report.flatMap(Report::expectation).map(this::expectation));
  }

  private Uncertainty.Expectation expectation(Expectation stated) {
    List<Uncertainty.Expectation.Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < stated.outcomes().size(); i++) {
      Findings here = findings.at("expectation").at("outcomes").at(i);
      outcomes.add(outcome(stated.outcomes().get(i), new Part(here)));
    }
    return new Uncertainty.Expectation(
        outcomes, number(stated.bound()), number(stated.unawareCost()));
  }

  private static Uncertainty.Expectation.Outcome outcome(Expectation.Outcome stated, Part part) {
    if (stated.scenario().isEmpty()) {
      part.findings().at("scenario").add("This is missing, expected a name of the problem.");
    }
    return new Uncertainty.Expectation.Outcome(
        stated.scenario().orElse(""),
        part.required("share", stated.share(), 0, 1),
        part.required("cost", stated.cost(), -MOST_COST, MOST_COST),
        new Energy(part.optional("missingWh", stated.missingWh(), 0, MOST_COST, 0)));
  }

  private static OptionalDouble number(Optional<Double> value) {
    return value.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
  }

  private static Duration millis(Optional<Integer> value) {
    return Duration.ofMillis(value.orElse(0));
  }
}
