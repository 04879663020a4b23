package energy.setpoint.core.plan;

import energy.setpoint.core.plan.part.Checks;
import energy.setpoint.core.plan.part.SolarForecast;
import energy.setpoint.core.plan.part.UncontrolledLoad;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.session.SessionId;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** How a plan deals with forecasts that may be wrong. */
public sealed interface Uncertainty {

  /** It takes the forecasts as they are. */
  record Ignored() implements Uncertainty {}

  /**
   * It counts on less sun and more load than is likely: limits, costs and energy all follow from
   * forecasts at these shares of cases. A forecast without quantiles is taken as it is.
   *
   * @param solar the share of cases, 0 to 1, in which the sun gives less; low is careful
   * @param load the share of cases, 0 to 1, in which the load takes less; high is careful
   */
  record ByQuantile(double solar, double load) implements Uncertainty {

    public ByQuantile {
      Checks.requireShare("The quantile of solar production", solar);
      Checks.requireShare("The quantile of uncontrolled load", load);
    }
  }

  /**
   * It decides the next steps before anybody knows which of several futures comes, and all later
   * ones when it is known: what devices do here and now is the same in all scenarios, and the
   * expected cost of all together is the least.
   *
   * @param all at least one, with different names
   * @param hereAndNow steps that begin before this has passed are common to all; above zero
   */
  record Scenarios(List<Scenario> all, Duration hereAndNow) implements Uncertainty {

    public Scenarios {
      all = List.copyOf(all);
      Set<String> names = new HashSet<>();
      if (all.isEmpty() || !all.stream().allMatch(s -> names.add(s.name()))) {
        throw new IllegalArgumentException(
            "Scenarios need different names, but are " + all.stream().map(Scenario::name).toList());
      }
      if (hereAndNow.isNegative() || hereAndNow.isZero()) {
        throw new IllegalArgumentException(
            "What is decided here and now must last longer than zero, not " + hereAndNow + ".");
      }
    }

    /** The one that a plan follows after here and now; the first among equals. */
    public Scenario mostProbable() {
      return all.stream()
          .sorted(Comparator.comparingDouble(Scenario::probability).reversed())
          .findFirst()
          .orElseThrow();
    }

    /** A scenario's part of all probabilities together. */
    public double share(Scenario scenario) {
      return scenario.probability() / all.stream().mapToDouble(Scenario::probability).sum();
    }
  }

  /**
   * One future.
   *
   * @param name readable, not blank: "clouds"
   * @param probability above 0; counts relative to those of the others
   * @param solar instead of the problem's
   * @param loads instead of the problem's
   * @param absent expected vehicles that do not come
   */
  record Scenario(
      String name,
      double probability,
      List<SolarForecast> solar,
      List<UncontrolledLoad> loads,
      Set<SessionId> absent) {

    public Scenario {
      solar = List.copyOf(solar);
      loads = List.copyOf(loads);
      absent = Set.copyOf(absent);
      if (name.isBlank()) {
        throw new IllegalArgumentException("A scenario has a blank name; expected a readable one.");
      }
      if (!(probability > 0 && Double.isFinite(probability))) {
        throw new IllegalArgumentException(
            "Scenario " + name + " has a probability of " + probability + "; expected above 0.");
      }
    }

    /** The problem if this future were certain. */
    public PlanningProblem of(PlanningProblem problem) {
      return problem
          .toDraft()
          .solar(solar)
          .loads(loads)
          .vehicles(problem.vehicles().stream().filter(v -> !absent.contains(v.session())).toList())
          .uncertainty(new Ignored())
          .build();
    }
  }

  /**
   * What a plan costs in the futures it was made for, when its here and now is kept and the rest
   * follows what comes.
   *
   * @param bound no here and now after which everything before money is as good as it can be has a
   *     lower expected cost; empty when nothing is proven
   * @param unaware the expected cost of the plan for the most probable future alone; empty when
   *     that one would miss more energy in some future, or was not looked for
   */
  record Expectation(List<Outcome> outcomes, OptionalDouble bound, OptionalDouble unaware) {

    public Expectation {
      outcomes = List.copyOf(outcomes);
    }

    /**
     * One future.
     *
     * @param share its probability, 0 to 1
     * @param cost in the site's currency
     * @param missing of all vehicles at their departures
     */
    public record Outcome(String scenario, double share, double cost, Energy missing) {}

    /** The mean over all futures, by their probability. */
    public double cost() {
      return outcomes.stream().mapToDouble(o -> o.share() * o.cost()).sum();
    }

    /**
     * What it saves to plan for all futures instead of the most probable one; see {@code unaware}.
     */
    public OptionalDouble saving() {
      return unaware.isPresent()
          ? OptionalDouble.of(unaware.getAsDouble() - cost())
          : OptionalDouble.empty();
    }
  }
}
