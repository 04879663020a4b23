package energy.setpoint.optimizer.why.text;

import energy.setpoint.core.plan.WhyChange;
import energy.setpoint.core.plan.WhyDevice;
import energy.setpoint.core.plan.WhyFix;
import energy.setpoint.core.plan.WhyLimit;
import energy.setpoint.core.plan.WhyShortfall;
import energy.setpoint.core.plan.WhyStep;
import energy.setpoint.core.time.TimeGrid;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Explanations as plain English, with times as the clock on site shows them. */
public final class WhyText {

  private final TimeGrid grid;
  private final SiteClock clock;
  private final NeedText needs;

  /**
   * @param grid of the plan
   * @param zone in which times are told
   */
  public WhyText(TimeGrid grid, ZoneId zone) {
    this.grid = grid;
    clock = new SiteClock(grid.start(), zone);
    needs = new NeedText(clock);
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
            ? "one kWh more would cost " + about + price(why.oneMore())
            : "no price buys one kWh more";
    String less =
        why.oneLess().isPresent() ? ", one less would save " + about + price(why.oneLess()) : "";
    return more + less + ".";
  }

  private static boolean isAlike(WhyStep one, WhyStep other) {
    return one.decider() == other.decider()
        && one.limit().equals(other.limit())
        && one.instead().equals(other.instead())
        && Math.abs(one.power().watts() - other.power().watts()) < 50
        && price(one.price()).equals(price(other.price()));
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
    String here = price(step.price());
    String worth = step.worth().isPresent() ? price(step.worth()) : "more than any price";
    return switch (step.decider()) {
      case NOT_CONNECTED -> "Not connected.";
      case FULL_POWER -> fullPower(step, here, worth);
      case TAPER -> "The battery is so full that it takes no more; energy costs " + here + ".";
      case LIMIT -> limit(step, here, worth);
      case PEAK -> peak(step, here, worth);
      case SOLAR -> "Takes what the sun gives beyond other use, at " + here + ".";
      case CHEAPER_LATER ->
          "Energy costs "
              + here
              + "; from "
              + instead(step)
              + " it is charged at up to "
              + worth
              + ".";
      case CHEAPER_EARLIER ->
          "Energy costs "
              + here
              + "; at "
              + instead(step)
              + " it was charged at up to "
              + worth
              + ".";
      case EQUAL -> "Energy costs " + here + ", as in steps that were chosen; early and calm wins.";
      case MARGINAL -> "Takes the rest here, in the dearest step that it uses: " + here + ".";
      case FULL -> "Holds all that it wants or can.";
      case EMPTY -> "Holds only what must stay inside.";
      case SPREAD -> "Gives: that earns " + here + ", and a kWh inside is worth " + worth + ".";
      case OWN_USE ->
          "Covers what the site uses; feeding in more would not pay, as a kWh inside is worth "
              + worth
              + ".";
      case RESTING ->
          "Rests: energy costs "
              + here
              + ", and a kWh inside is worth "
              + worth
              + "; neither taking nor giving pays.";
      case NOT_WORTH_IT -> "Energy costs " + here + "; leaving with less costs only " + worth + ".";
      case MINIMUM -> "It can only charge with certain powers, or start so often.";
      case RETURNING -> "It is outside its window and moves only towards it.";
      case BEFORE_MONEY ->
          "It helps to keep a limit or an event, or serves a need, which come before money.";
      case HERE_AND_NOW ->
          "Decided for all scenarios together, before anybody knew which one comes.";
      case METHOD -> "A rule of the method that made the plan decided this, and no price.";
    };
  }

  private static String fullPower(WhyStep step, String here, String worth) {
    boolean gives = step.power().isNegative();
    return gives
        ? "Gives all it can: that earns " + here + ", and a kWh inside is worth " + worth + "."
        : "Takes all it can: energy costs " + here + ", and is worth " + worth + ".";
  }

  private static String limit(WhyStep step, String here, String worth) {
    String name = step.limit().map(WhyLimit::words).orElse("a limit");
    if (step.limitPrice().isEmpty()) {
      return NeedText.capital(name) + " leaves no more: it serves needs, which come before money.";
    }
    double part = step.limitPrice().getAsDouble();
    return part > 5e-4
        ? NeedText.capital(name)
            + " is full and adds "
            + price(step.limitPrice())
            + ": energy costs "
            + here
            + " here, and is worth "
            + worth
            + "."
        : NeedText.capital(name) + " leaves no more; energy costs " + here + ".";
  }

  private static String peak(WhyStep step, String here, String worth) {
    String name = step.limit().map(WhyLimit::words).orElse("the peak");
    return step.power().isNegative()
        ? "Gives to keep "
            + name
            + " low: that earns "
            + here
            + ", and a kWh inside is worth "
            + worth
            + "."
        : "More would raise "
            + name
            + ", which adds "
            + price(step.limitPrice())
            + ": energy costs "
            + here
            + ", and is worth "
            + worth
            + ".";
  }

  private String instead(WhyStep step) {
    return step.instead().map(clock::at).orElse("another time");
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

  private static String price(OptionalDouble price) {
    return price.isPresent()
        ? String.format(Locale.ROOT, "%.3f", 0 + price.getAsDouble())
        : "an unknown price";
  }
}
