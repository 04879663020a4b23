package energy.setpoint.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.SolveReport.Status;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.optimizer.check.PlanCheck;
import energy.setpoint.testkit.plan.ProblemBuilder;
import java.time.Duration;
import java.util.Arrays;

/** A plan under test, checked, with its powers in kilowatts. */
public record Planned(PlanningProblem problem, Plan plan) {

  /** The plan of the linear program; fails when it breaks a limit or is not from the solver. */
  public static Planned of(ProblemBuilder builder) {
    return of(builder.build());
  }

  /** The same for a problem that is finished. */
  public static Planned of(PlanningProblem problem) {
    Plan plan = Optimizers.linearWithFallback().plan(problem, Duration.ofMinutes(5));
    assertThat(PlanCheck.violations(problem, plan)).isEmpty();
    assertThat(plan.report().status()).as("%s", plan.report()).isNotEqualTo(Status.HEURISTIC);
    return new Planned(problem, plan);
  }

  public double[] vehicleKw(String session) {
    return kilowatts(plan.find(new SessionId(session)).orElseThrow().power().toWatts());
  }

  public double[] batteryKw(String id) {
    return kilowatts(plan.find(new DeviceId(id)).orElseThrow().power().toWatts());
  }

  public double[] gridKw() {
    return kilowatts(plan.gridPower().toWatts());
  }

  /** In the battery; zero when the need is met. */
  public double missingKwh(String session) {
    return plan.shortfalls().stream()
        .filter(s -> s.session().value().equals(session))
        .mapToDouble(s -> s.missing().kilowattHours())
        .sum();
  }

  public double cost() {
    return plan.cost().total();
  }

  public String reason() {
    return plan.report().reason().orElse("");
  }

  public Status status() {
    return plan.report().status();
  }

  /** Rounded to a tenth of a watt, without negative zeros. */
  private static double[] kilowatts(double[] watts) {
    return Arrays.stream(watts).map(w -> Math.round(w * 10) / 10_000.0 + 0.0).toArray();
  }
}
