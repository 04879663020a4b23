package energy.setpoint.ocpp.dialect.schedule;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Periods that begin at a fraction of a second. All versions want whole seconds; some stations send
 * {@code "startPeriod": 12.5} all the same, and to refuse that would be to know nothing of what
 * they hold.
 *
 * <p>What is told must not seem to be less than it is: a rise is taken to come up to a second
 * earlier, a fall up to a second later.
 */
public final class WholeSeconds {

  private static final String PERIODS = "chargingSchedulePeriod";
  private static final String START = "startPeriod";

  /** Where messages carry schedules; most carry none and are not searched. */
  private static final List<String> PLACES =
      List.of("chargingSchedule", "schedule", "chargingProfile");

  /** Beyond it nobody means a time within a schedule, and a number is left for the checks. */
  private static final double LATEST = 1e9;

  private WholeSeconds() {}

  /** The message with whole seconds; empty when it has no others. */
  public static Optional<JsonNode> findRounded(JsonNode message) {
    boolean maySay = PLACES.stream().anyMatch(message::has);
    if (!maySay || message.findValues(PERIODS).stream().noneMatch(WholeSeconds::hasFraction)) {
      return Optional.empty();
    }
    JsonNode copy = message.deepCopy();
    copy.findValues(PERIODS).forEach(WholeSeconds::round);
    return Optional.of(copy);
  }

  private static boolean hasFraction(JsonNode periods) {
    return periods.valueStream().anyMatch(period -> isFraction(period.path(START)));
  }

  private static boolean isFraction(JsonNode start) {
    double seconds = start.isNumber() ? start.asDouble(0) : 0;
    return seconds > 0 && seconds < LATEST && seconds != Math.rint(seconds);
  }

  private static void round(JsonNode periods) {
    double before = Double.POSITIVE_INFINITY;
    for (JsonNode period : periods) {
      double most = most(period);
      if (period instanceof ObjectNode object && isFraction(period.path(START))) {
        double seconds = period.path(START).asDouble(0);
        object.put(START, (int) (most > before ? Math.floor(seconds) : Math.ceil(seconds)));
      }
      before = most;
    }
  }

  /** A setpoint says it all, else a limit does; nothing is no limit. */
  private static double most(JsonNode period) {
    return List.of("setpoint", "limit").stream()
        .map(period::path)
        .filter(JsonNode::isNumber)
        .mapToDouble(value -> value.asDouble(Double.POSITIVE_INFINITY))
        .findFirst()
        .orElse(Double.POSITIVE_INFINITY);
  }
}
