package energy.setpoint.optimizer.known;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.plan.LoadPlan;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.SolveReport.Status;
import energy.setpoint.optimizer.Optimizers;
import energy.setpoint.optimizer.Planned;
import energy.setpoint.optimizer.check.PlanCheck;
import energy.setpoint.testkit.plan.ProblemBuilder;
import java.time.Duration;

/** What is known of a problem's best plan, and whether the plan of the machine is like that. */
final class Known {

  /** A tenth of a watt, as far as powers are read. */
  private static final double KILOWATTS = 1e-4;

  private final Planned planned;

  private Known(Planned planned) {
    this.planned = planned;
  }

  /** A plan that is proven to be the best. */
  static Known best(ProblemBuilder problem) {
    return proven(any(problem));
  }

  /** The same while another plan is being followed. */
  static Known bestWhileFollowing(Plan inForce, ProblemBuilder builder) {
    PlanningProblem problem = builder.build().toDraft().inForce(inForce).build();
    Plan plan = Optimizers.linearWithFallback().plan(problem, Duration.ofMinutes(5));
    assertThat(PlanCheck.violations(problem, plan)).isEmpty();
    return proven(new Known(new Planned(problem, plan)));
  }

  private static Known proven(Known known) {
    assertThat(known.planned.status())
        .as("%s", known.planned.plan().report())
        .isEqualTo(Status.OPTIMAL);
    assertThat(known.planned.plan().gap()).hasValue(0);
    assertThat(known.planned.plan().report().bound().orElseThrow())
        .isEqualTo(known.planned.cost(), within(1e-4));
    return known;
  }

  /** A plan that is the best although the machine may not be able to prove it. */
  static Known any(ProblemBuilder problem) {
    return new Known(Planned.of(problem));
  }

  Plan plan() {
    return planned.plan();
  }

  /** All terms of the bill together, to a millionth. */
  Known costs(double amount) {
    assertThat(planned.cost())
        .as("%s", planned.plan().cost())
        .isEqualTo(amount, within(1e-6 * Math.max(1, Math.abs(amount))));
    return this;
  }

  /** Kilowatts in each step. */
  Known vehicle(String session, double... kilowatts) {
    assertThat(planned.vehicleKw(session)).containsExactly(kilowatts, within(KILOWATTS));
    return this;
  }

  /** Kilowatts in each step. */
  Known battery(String id, double... kilowatts) {
    assertThat(planned.batteryKw(id)).containsExactly(kilowatts, within(KILOWATTS));
    return this;
  }

  /** Kilowatts in each step. */
  Known load(String id, double... kilowatts) {
    LoadPlan plan =
        planned.plan().loads().stream()
            .filter(load -> load.load().value().equals(id))
            .findFirst()
            .orElseThrow();
    for (int step = 0; step < kilowatts.length; step++) {
      assertThat(plan.power().watts(step) / 1000).isEqualTo(kilowatts[step], within(KILOWATTS));
    }
    return this;
  }

  /** Kilowatts in each step; positive is import. */
  Known grid(double... kilowatts) {
    assertThat(planned.gridKw()).containsExactly(kilowatts, within(KILOWATTS));
    return this;
  }

  /** Kilowatt-hours short at departure; every other vehicle has what it wants. */
  Known missing(String session, double kilowattHours) {
    assertThat(planned.missingKwh(session)).isEqualTo(kilowattHours, within(1e-5));
    return this;
  }

  Known nothingMissing() {
    assertThat(planned.plan().shortfalls()).isEmpty();
    return this;
  }

  /** Part of what the machine says about its plan. */
  Known saying(String words) {
    assertThat(planned.reason()).contains(words);
    return this;
  }
}
