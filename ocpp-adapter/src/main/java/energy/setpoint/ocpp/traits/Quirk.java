package energy.setpoint.ocpp.traits;

import energy.setpoint.ocpp.dialect.trait.TraitClaims;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What stations of one kind were seen to do, whatever they say. The patterns are compared without
 * regard to case; {@code *} stands for any text and {@code ?} for one character.
 *
 * @param because where it was seen
 */
public record Quirk(
    String vendor, String model, String firmware, TraitClaims claims, String because) {

  public Quirk {
    if (because.isBlank()) {
      throw new IllegalArgumentException("A quirk must say because of what it is there.");
    }
  }

  boolean fits(Identity station) {
    return fits(vendor, station.vendor())
        && fits(model, station.model())
        && fits(firmware, station.firmware());
  }

  private static boolean fits(String glob, String text) {
    StringBuilder pattern = new StringBuilder();
    for (char each : glob.toLowerCase(Locale.ROOT).toCharArray()) {
      switch (each) {
        case '*' -> pattern.append(".*");
        case '?' -> pattern.append('.');
        default -> pattern.append(Pattern.quote(String.valueOf(each)));
      }
    }
    return Pattern.compile(pattern.toString(), Pattern.DOTALL)
        .matcher(text.strip().toLowerCase(Locale.ROOT))
        .matches();
  }
}
