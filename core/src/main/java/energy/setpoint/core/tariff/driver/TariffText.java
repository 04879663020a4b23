package energy.setpoint.core.tariff.driver;

import java.util.Optional;

/**
 * A tariff in words, for the driver.
 *
 * @param language by RFC 5646, such as {@code en} or {@code de-CH}, at most 8 characters
 * @param text 1 to 1024 characters, plain
 */
public record TariffText(Optional<String> language, String text) {

  private static final int LONGEST_TEXT = 1024;
  private static final int LONGEST_LANGUAGE = 8;

  public TariffText {
    if (text.isBlank() || text.length() > LONGEST_TEXT) {
      throw new IllegalArgumentException(
          "A description has 1 to 1024 characters, not " + text.length() + ".");
    }
    language
        .filter(tag -> tag.isBlank() || tag.length() > LONGEST_LANGUAGE)
        .ifPresent(tag -> {
          throw new IllegalArgumentException("'" + tag + "' is no tag of a language.");
        });
  }
}
