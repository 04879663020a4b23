package energy.setpoint.app.cli;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A local time on the command line, such as {@code 2026-05-19T17:30}. */
public final class LocalTimeText implements ITypeConverter<LocalDateTime> {

  @Override
  public LocalDateTime convert(String text) {
    try {
      return LocalDateTime.parse(text);
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "this is '" + text + "', expected a local time such as 2026-05-19T17:30.");
    }
  }
}
