package energy.setpoint.optimizer.why.text;

import energy.setpoint.core.plan.why.WhyChange;
import energy.setpoint.core.plan.why.WhyDevice;
import energy.setpoint.core.plan.why.WhyFix;
import energy.setpoint.core.plan.why.WhyShortfall;
import energy.setpoint.core.plan.why.WhyStep;
import energy.setpoint.core.time.TimeGrid;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Explanations as plain English, with times as the clock on site shows them. */
public final class WhyText {

  private final TimeGrid grid;
  private final SiteClock clock;
  private final NeedText needs;
  private final StepText steps;

  /**
   * @param grid of the plan
   * @param zone in which times are told
   */
  public WhyText(TimeGrid grid, ZoneId zone) {
    this.grid = grid;
    clock = new SiteClock(grid.start(), zone);
    needs = new NeedText(clock);
    steps = new StepText(clock);
  }

  /** A device's whole story: what more would cost, and one line for each stretch of its steps. */
  public String of(WhyDevice why) {
    List<String> lines = new ArrayList<>();
    lines.add(why.name() + ": " + prices(why));
    List<WhyStep> stretch = new ArrayList<>();
    for (WhyStep step : why.steps()) {
      if (!stretch.isEmpty() && !isAlike(stretch.getLast(), step)) {
        lines.add(line(stretch));
        stretch.clear();
      }
      stretch.add(step);
    }
    lines.add(line(stretch));
    return String.join("\n", lines) + "\n";
  }

  private static String prices(WhyDevice why) {
    String about = why.exact() ? "" : "about ";
    String more =
        why.oneMore().isPresent()
            ? "one kWh more would cost " + about + StepText.price(why.oneMore())
            : "no price buys one kWh more";
    String less =
        why.oneLess().isPresent()
            ? ", one less would save " + about + StepText.price(why.oneLess())
            : "";
    return more + less + ".";
  }

  private static boolean isAlike(WhyStep one, WhyStep other) {
    return one.decider() == other.decider()
        && one.limit().equals(other.limit())
        && one.instead().equals(other.instead())
        && Math.abs(one.power().watts() - other.power().watts()) < 50
        && StepText.price(one.price()).equals(StepText.price(other.price()));
  }

  private String line(List<WhyStep> stretch) {
    WhyStep first = stretch.getFirst();
    Instant from = grid.step(first.step()).start();
    Instant to = grid.step(stretch.getLast().step()).end();
    return String.format(
        Locale.ROOT,
        "  %s-%s %7.1f kW  %s",
        clock.at(from),
        clock.at(to),
        first.power().kilowatts(),
        of(first));
  }

  /** What decided a step, as a sentence without its time. */
  public String of(WhyStep step) {
    return steps.of(step);
  }

  /** A shortfall with what is in the way and what would help. */
  public String of(WhyShortfall why) {
    return needs.of(why);
  }

  /** A fix as a part of a sentence. */
  public String of(WhyFix fix) {
    return needs.of(fix);
  }

  /** What a change would do to the bill and the needs. */
  public String of(WhyChange change) {
    double kwh = change.missing().kilowattHours();
    String cost =
        String.format(
            Locale.ROOT,
            "%s %.2f",
            change.cost() < -5e-3 ? "saves" : "costs",
            Math.abs(change.cost()));
    String needs =
        Math.abs(kwh) < 0.05
            ? ""
            : String.format(
                Locale.ROOT,
                " and leaves %.1f kWh %s short",
                Math.abs(kwh),
                kwh > 0 ? "more" : "less");
    String how =
        change.planned()
            ? (change.proven() ? "planned anew" : "planned anew, not proven")
            : "estimated from the plan's prices";
    return "If " + change.what() + ", that " + cost + needs + " (" + how + ").";
  }
}
