package energy.setpoint.app.cli;

import energy.setpoint.core.time.Timeline;
import java.time.Instant;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A timeline as text, {@code wall,site,speed}: two instants that belong together and how much
 * faster the site's time runs.
 */
public final class TimelineText implements ITypeConverter<Timeline> {

  @Override
  public Timeline convert(String text) {
    String[] parts = text.split(",", -1);
    try {
      if (parts.length == 3) {
        return Timeline.accelerated(
            Instant.parse(parts[0]), Instant.parse(parts[1]), Double.parseDouble(parts[2]));
      }
    } catch (RuntimeException e) {
      throw new TypeConversionException("'" + text + "' is no timeline: " + e.getMessage());
    }
    throw new TypeConversionException("'" + text + "' is no timeline; expected wall,site,speed");
  }

  public static String write(Instant wall, Instant site, double speed) {
    return wall + "," + site + "," + speed;
  }
}
