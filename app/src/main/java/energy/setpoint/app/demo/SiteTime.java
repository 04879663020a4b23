package energy.setpoint.app.demo;

import energy.setpoint.app.config.document.Durations;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A stretch of the site's time on the command line, as site files write it: up to a year. */
final class SiteTime implements ITypeConverter<Duration> {

  private static final Duration MOST = Duration.ofDays(366);

  @Override
  public Duration convert(String text) {
    return Durations.parse(text)
        .filter(time -> time.isPositive() && time.compareTo(MOST) <= 0)
        .orElseThrow(() ->
            new TypeConversionException(
                "this is '" + text + "', expected a duration such as 1h, 90m or PT1H."));
  }
}
