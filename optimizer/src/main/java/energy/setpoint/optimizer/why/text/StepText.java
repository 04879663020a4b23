package energy.setpoint.optimizer.why.text;

import energy.setpoint.core.plan.why.WhyLimit;
import energy.setpoint.core.plan.why.WhyStep;
import java.util.Locale;
import java.util.OptionalDouble;

/** What decided a step, as a sentence without its time. */
final class StepText {

  private final SiteClock clock;

  StepText(SiteClock clock) {
    this.clock = clock;
  }

  String of(WhyStep step) {
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

  /** Per kilowatt-hour. */
  static String price(OptionalDouble price) {
    return price.isPresent()
        ? String.format(Locale.ROOT, "%.3f", 0 + price.getAsDouble())
        : "an unknown price";
  }
}
