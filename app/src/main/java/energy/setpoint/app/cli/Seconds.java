package energy.setpoint.app.cli;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time budget on the command line, from a millisecond to a day. */
final class Seconds implements ITypeConverter<Duration> {

  private static final double LEAST = 0.001;
  private static final double MOST = 86_400;

  @Override
  public Duration convert(String text) {
    try {
      double seconds = Double.parseDouble(text);
      if (seconds >= LEAST && seconds <= MOST) {
        return Duration.ofMillis(Math.round(seconds * 1000));
      }
    } catch (NumberFormatException e) {
      // told below, like a number out of range
    }
    throw new TypeConversionException("this is '" + text + "', expected 0.001 to 86400 seconds.");
  }
}
