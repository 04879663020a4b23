package energy.setpoint.app.config.document;

import java.util.Optional;
import java.util.function.Function;

/**
 * What a value may be.
 *
 * @param expected said to the user when the value is something else, such as {@code a number of at
 *     least 0}
 * @param placeholder stands in for a refused value while the rest of the file is read; a section
 *     with a refused value is never built
 * @param parser empty when the value is refused
 * @param hint what the user may have meant
 */
public record Kind<T>(
    String expected,
    T placeholder,
    Function<RawValue, Optional<T>> parser,
    Function<RawValue, Optional<String>> hint) {

  /**
   * A value as it stands in the file.
   *
   * @param quoted true when quotes make it a text, whatever it looks like
   */
  public record RawValue(String text, boolean quoted) {}

  Kind(String expected, T placeholder, Function<RawValue, Optional<T>> parser) {
    this(expected, placeholder, parser, raw -> Optional.empty());
  }

  /** The same with other words for what is expected. */
  public Kind<T> described(String words) {
    return new Kind<>(words, placeholder, parser, hint);
  }

  /**
   * A text that some function understands.
   *
   * @param function throws any {@link RuntimeException} for what it refuses
   */
  public static <T> Kind<T> of(String expected, T placeholder, Function<String, T> function) {
    return new Kind<>(
        expected,
        placeholder,
        raw -> {
          try {
            return Optional.of(function.apply(raw.text()));
          } catch (RuntimeException refused) {
            return Optional.empty();
          }
        });
  }
}
