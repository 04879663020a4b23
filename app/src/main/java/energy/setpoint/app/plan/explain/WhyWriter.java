package energy.setpoint.app.plan.explain;

import energy.setpoint.app.plan.result.Why;
import energy.setpoint.app.plan.result.Why.BottleneckWhy;
import energy.setpoint.app.plan.result.Why.DeviceWhy;
import energy.setpoint.app.plan.result.Why.ShortfallWhy;
import energy.setpoint.app.plan.result.Why.StretchWhy;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.why.WhyDevice;
import energy.setpoint.core.plan.why.WhyLimit;
import energy.setpoint.core.plan.why.WhyShortfall;
import energy.setpoint.core.plan.why.WhyStep;
import energy.setpoint.optimizer.why.Explanation;
import energy.setpoint.optimizer.why.Explanations;
import energy.setpoint.optimizer.why.text.WhyText;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Writes the reasons for a plan into records; times in words are UTC. */
public final class WhyWriter {

  /** Devices times steps beyond which a document would tell more than anybody reads. */
  private static final int MOST_TOLD = 20_000;

  private final PlanningProblem problem;
  private final Explanation explanation;
  private final WhyText text;

  private WhyWriter(PlanningProblem problem, Plan plan) {
    this.problem = problem;
    this.explanation = Explanations.of(problem, plan);
    this.text = new WhyText(problem.grid(), ZoneOffset.UTC);
  }

  /**
   * The reasons for a plan.
   *
   * @param timeBudget for the search for what would help those who leave short
   */
  public static Why why(PlanningProblem problem, Plan plan, Duration timeBudget) {
    return new WhyWriter(problem, plan).write(timeBudget);
  }

  /** The story of a device as text; empty when there is no such device. */
  public static Optional<String> story(PlanningProblem problem, Plan plan, String name) {
    WhyWriter writer = new WhyWriter(problem, plan);
    return writer
        .devices()
        .filter(device -> device.name().equals(name))
        .findFirst()
        .map(writer.text::of);
  }

  private Why write(Duration timeBudget) {
    long devices =
        (long) problem.vehicles().size()
            + problem.batteries().size()
            + problem.flexibleLoads().size();
    boolean tellsDevices = devices * problem.grid().size() <= MOST_TOLD;
    return new Why(
        tellsDevices ? devices().map(this::device).toList() : List.of(),
        explanation.shortfalls(timeBudget).stream().map(this::shortfall).toList());
  }

  private Stream<WhyDevice> devices() {
    return Stream.of(
            problem.vehicles().stream().map(v -> explanation.find(v.session())),
            problem.batteries().stream().map(b -> explanation.find(b.battery().id())),
            problem.flexibleLoads().stream().map(l -> explanation.find(l.id())))
        .flatMap(found -> found)
        .flatMap(Optional::stream);
  }

  private DeviceWhy device(WhyDevice why) {
    List<StretchWhy> stretches = new ArrayList<>();
    int first = 0;
    for (int step = 1; step <= why.steps().size(); step++) {
      if (step == why.steps().size() || !isAlike(why.steps().get(first), why.steps().get(step))) {
        stretches.add(stretch(why.steps().get(first), step - 1));
        first = step;
      }
    }
    return new DeviceWhy(
        Optional.of(why.name()),
        present(why.oneMore()),
        present(why.oneLess()),
        Optional.of(why.exact()),
        stretches);
  }

  private static boolean isAlike(WhyStep one, WhyStep other) {
    return one.decider() == other.decider()
        && one.limit().equals(other.limit())
        && one.instead().equals(other.instead())
        && present(one.price()).equals(present(other.price()))
        && present(one.worth()).equals(present(other.worth()));
  }

  private StretchWhy stretch(WhyStep step, int last) {
    return new StretchWhy(
        Optional.of(step.step()),
        Optional.of(last),
        Optional.of(step.decider()),
        present(step.price()),
        present(step.worth()),
        step.limit().map(WhyLimit::words),
        present(step.limitPrice()),
        Optional.of(text.of(step)));
  }

  private ShortfallWhy shortfall(WhyShortfall why) {
    FixWriter fixes = new FixWriter(text);
    return new ShortfallWhy(
        Optional.of(why.session().value()),
        Optional.of(rounded(why.missing().wattHours(), 1e3)),
        Optional.of(rounded(why.missingAlone().wattHours(), 1e3)),
        why.bottlenecks().stream()
            .map(bottleneck ->
                new BottleneckWhy(
                    Optional.of(bottleneck.limit().words()),
                    Optional.of(bottleneck.steps()),
                    Optional.of(rounded(bottleneck.relief(), 1e6))))
            .toList(),
        why.fixes().stream().map(fixes::write).toList(),
        Optional.of(why.exact()),
        Optional.of(why.searched()),
        Optional.of(text.of(why)));
  }

  private static Optional<Double> present(OptionalDouble price) {
    return price.isPresent() && Double.isFinite(price.getAsDouble())
        ? Optional.of(rounded(price.getAsDouble(), 1e6))
        : Optional.empty();
  }

  private static double rounded(double value, double parts) {
    return Math.round(value * parts) / parts;
  }
}
