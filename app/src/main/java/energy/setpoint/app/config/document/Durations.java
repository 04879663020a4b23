package energy.setpoint.app.config.document;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: 2s, 5m, 1h30m, 500ms, 1d; ISO 8601 (PT5M) is understood too. */
public final class Durations {

  private static final Pattern PART = Pattern.compile("([0-9]{1,9})(ms|min|s|m|h|d)");

  private Durations() {}

  public static Optional<Duration> parse(String text) {
    if (text.startsWith("P")) {
      return parseIso(text);
    }
    String compact = text.replace(" ", "");
    Matcher part = PART.matcher(compact);
    Duration sum = Duration.ZERO;
    int at = 0;
    while (part.find() && part.start() == at) {
      sum = sum.plus(unit(part.group(2)).multipliedBy(Long.parseLong(part.group(1))));
      at = part.end();
    }
    return at == compact.length() && at > 0 ? Optional.of(sum) : Optional.empty();
  }

  /** For example 1h30m. */
  public static String format(Duration duration) {
    if (duration.toMillisPart() > 0) {
      return duration.toMillis() + "ms";
    }
    return duration.toString().replaceFirst("^PT", "").toLowerCase(Locale.ROOT);
  }

  private static Optional<Duration> parseIso(String text) {
    try {
      return Optional.of(Duration.parse(text));
    } catch (DateTimeParseException notIso) {
      return Optional.empty();
    }
  }

  private static Duration unit(String name) {
    return switch (name) {
      case "ms" -> Duration.ofMillis(1);
      case "s" -> Duration.ofSeconds(1);
      case "h" -> Duration.ofHours(1);
      case "d" -> Duration.ofDays(1);
      default -> Duration.ofMinutes(1);
    };
  }
}
