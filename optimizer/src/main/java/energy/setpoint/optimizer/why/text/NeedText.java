package energy.setpoint.optimizer.why.text;

import energy.setpoint.core.plan.why.WhyFix;
import energy.setpoint.core.plan.why.WhyShortfall;
import energy.setpoint.core.quantity.Phase;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Needs that are not met, and what would help, as plain English. */
final class NeedText {

  private final SiteClock clock;

  NeedText(SiteClock clock) {
    this.clock = clock;
  }

  /** A shortfall with what is in the way and what would help. */
  String of(WhyShortfall why) {
    String sentence =
        String.format(
            Locale.ROOT,
            "%s leaves %.1f kWh short at %s",
            why.session(),
            why.missing().kilowattHours(),
            clock.at(why.due()));
    return sentence + inTheWay(why) + fixes(why);
  }

  private static String inTheWay(WhyShortfall why) {
    if (why.isImpossibleAlone()) {
      return why.missing().minus(why.missingAlone()).kilowattHours() < 0.05
          ? ", even at full power all the time."
          : String.format(
              Locale.ROOT,
              ", %.1f kWh of it even at full power all the time.",
              why.missingAlone().kilowattHours());
    }
    if (why.bottlenecks().isEmpty()) {
      return ".";
    }
    WhyShortfall.Bottleneck worst = why.bottlenecks().getFirst();
    return String.format(
        Locale.ROOT, ": %s is reached in %d of its steps.", worst.limit().words(), worst.steps());
  }

  private String fixes(WhyShortfall why) {
    if (why.fixes().isEmpty()) {
      return why.searched()
          ? " No single change was found that would meet its need."
          : " What would help was not searched for.";
    }
    String all = why.fixes().stream().map(this::of).collect(Collectors.joining(", or "));
    String would = why.exact() ? " would meet it." : " would about meet it.";
    return " " + capital(all) + (why.fixes().size() > 1 ? "," : "") + would;
  }

  /** A fix as a part of a sentence. */
  String of(WhyFix fix) {
    return switch (fix) {
      case WhyFix.BiggerFuse fuse ->
          fuse.moreAmps()
              + " A more on fuse "
              + phases(fuse.phases())
              + " of circuit "
              + fuse.circuit()
              + (fuse.standardAmps().isPresent()
                  ? " (next rating: " + fuse.standardAmps().getAsInt() + " A)"
                  : "");
      case WhyFix.BiggerTransformer transformer ->
          String.format(
              Locale.ROOT,
              "%.0f kVA more at the transformer of circuit %s",
              transformer.more().kilowatts(),
              transformer.circuit());
      case WhyFix.MoreImport connection ->
          String.format(
              Locale.ROOT, "%.0f kW more at the grid connection", connection.more().kilowatts());
      case WhyFix.Together(var all) ->
          all.stream().map(this::of).collect(Collectors.joining(" together with "));
      case WhyFix.LaterDeparture(var by, var at) ->
          "leaving " + SiteClock.length(by) + " later, at " + clock.at(at);
      case WhyFix.MorePower(var power) ->
          String.format(Locale.ROOT, "charging with %.1f kW", power.kilowatts());
    };
  }

  private static String phases(List<Phase> phases) {
    return phases.size() == Phase.values().length
        ? "L1, L2 and L3"
        : phases.stream().map(Phase::toString).collect(Collectors.joining(" and "));
  }

  /** With a capital letter first. */
  static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
