package energy.setpoint.app.plan.show;

import energy.setpoint.core.plan.Uncertainty.Expectation;
import energy.setpoint.core.plan.Uncertainty.Expectation.Outcome;
import java.util.Locale;

/** The part of a plan's table that has a row for each scenario. */
final class ScenarioRows {

  private static final double LEAST_MONEY = 5e-5;

  private ScenarioRows() {}

  static void write(Expectation expectation, Lines lines) {
    lines.add("%-20s %10s %10s %10s", "Scenario", "share", "cost", "short kWh");
    for (Outcome outcome : expectation.outcomes()) {
      lines.add(
          "%-20s %8.1f %% %10.4f %10s",
          outcome.scenario(), outcome.share() * 100, outcome.cost(), kilowattHours(outcome));
    }
    lines.add("%-20s %10s %10.4f", "in the mean", "", expectation.cost());
    expectation
        .bound()
        .ifPresent(
            bound -> lines.add("No such first steps cost less than %.4f in the mean", bound));
    expectation.saving().ifPresent(saving -> lines.add("%s", saving(saving)));
    lines.add("");
  }

  private static String kilowattHours(Outcome outcome) {
    double missing = outcome.missing().kilowattHours();
    return missing > 0 ? String.format(Locale.ROOT, "%.2f", missing) : "-";
  }

  private static String saving(double saving) {
    return saving < LEAST_MONEY
        ? "A plan for the most probable scenario alone would cost the same"
        : String.format(
            Locale.ROOT,
            "A plan for the most probable scenario alone would cost %.4f more in the mean",
            saving);
  }
}
