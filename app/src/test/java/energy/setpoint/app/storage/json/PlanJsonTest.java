package energy.setpoint.app.storage.json;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.app.storage.Samples;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.SolveReport;
import energy.setpoint.core.plan.Uncertainty.Expectation;
import energy.setpoint.core.plan.Uncertainty.Expectation.Outcome;
import energy.setpoint.core.quantity.Energy;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PlanJsonTest {

  @Test
  void readsAPlanToTheLastBit() {
    Plan plan = Samples.plan("p-1");

    assertThat(PlanJson.read(PlanJson.write(plan))).isEqualTo(plan);
  }

  @Test
  void readsAPlanForAnEmptyYard() {
    Plan full = Samples.plan("p-1");
    Plan empty =
        new Plan(
            full.id(),
            full.site(),
            full.createdAt(),
            full.grid(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            full.uncontrolled(),
            full.solar(),
            full.gridPower(),
            full.cost(),
            List.of(),
            new SolveReport(
                "GLOP", SolveReport.Status.OPTIMAL, Optional.empty(), full.report().elapsed()),
            Optional.empty());

    assertThat(PlanJson.read(PlanJson.write(empty))).isEqualTo(empty);
  }

  @Test
  void keepsWhatEachScenarioCosts() {
    Plan plan = Samples.plan("p-1");
    var outcomes =
        List.of(
            new Outcome("sun", 2.0 / 3, -1.25, Energy.ZERO),
            new Outcome("clouds", 1.0 / 3, 7, new Energy(250)));
    Plan hedged =
        plan.with(
            report(plan, new Expectation(outcomes, OptionalDouble.of(1), OptionalDouble.of(3))));
    Plan unproven =
        plan.with(
            report(
                plan, new Expectation(outcomes, OptionalDouble.empty(), OptionalDouble.empty())));

    assertThat(PlanJson.read(PlanJson.write(hedged))).isEqualTo(hedged);
    assertThat(PlanJson.read(PlanJson.write(unproven))).isEqualTo(unproven);
  }

  private static SolveReport report(Plan plan, Expectation expectation) {
    SolveReport report = plan.report();
    return new SolveReport(
        report.method(),
        report.status(),
        report.reason(),
        report.elapsed(),
        report.modelling(),
        OptionalDouble.empty(),
        Optional.of(expectation));
  }

  @Test
  void readsANeedToTheLastBit() {
    assertThat(NeedJson.read(NeedJson.write(Samples.need()))).isEqualTo(Samples.need());
  }
}
