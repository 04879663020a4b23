package energy.setpoint.app.config.document;

import energy.setpoint.app.config.document.Kind.RawValue;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kinds of values that occur in Setpoint's files. */
public final class Kinds {

  private static final Pattern NUMBER =
      Pattern.compile("[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]+)?");
  private static final Pattern NUMBER_WITH_UNIT =
      Pattern.compile("([-+]?[0-9]+(\\.[0-9]+)?) *[A-Za-z%].*");
  private static final Pattern NUMBER_WITH_COMMA = Pattern.compile("([-+]?[0-9]+),([0-9]+)");

  public static final Kind<String> TEXT =
      new Kind<>(
          "a text",
          "?",
          raw -> raw.text().isBlank() ? Optional.empty() : Optional.of(raw.text().strip()));

  public static final Kind<Boolean> FLAG =
      new Kind<>(
          "true or false",
          false,
          raw ->
              switch (raw.text()) {
                case "true" -> Optional.of(true);
                case "false" -> Optional.of(false);
                default -> Optional.empty();
              },
          Kinds::hintOnFlags);

  /** A time of day such as 06:30. */
  public static final Kind<LocalTime> TIME_OF_DAY =
      Kind.of(
          "a time of day such as \"06:30\", from 00:00 to 23:59",
          LocalTime.MIDNIGHT,
          LocalTime::parse);

  public static final Kind<ZoneId> ZONE =
      new Kind<>(
          "a time zone such as Europe/Amsterdam",
          ZoneOffset.UTC,
          Kind.<ZoneId>of("", ZoneOffset.UTC, ZoneId::of).parser(),
          raw -> NearestName.hint(raw.text(), ZoneId.getAvailableZoneIds()));

  private Kinds() {}

  public static Kind<Double> number() {
    return number("a number", 0, value -> true);
  }

  public static Kind<Double> above(double low) {
    return number("a number above " + plain(low), low + 1, value -> value > low);
  }

  public static Kind<Double> atLeast(double low) {
    return number("a number of at least " + plain(low), low, value -> value >= low);
  }

  /** Both ends included. */
  public static Kind<Double> within(double low, double high) {
    return number(
        "a number from " + plain(low) + " to " + plain(high),
        low,
        value -> value >= low && value <= high);
  }

  /** Above the low end, up to and including the high end. */
  public static Kind<Double> aboveUpTo(double low, double high) {
    return number(
        "a number above " + plain(low) + ", at most " + plain(high),
        high,
        value -> value > low && value <= high);
  }

  /** A whole number, both ends included. */
  public static Kind<Integer> wholeNumber(int low, int high) {
    return new Kind<>(
        "a whole number from " + low + " to " + high,
        low,
        raw ->
            parseNumber(raw)
                .filter(value -> value == Math.rint(value) && value >= low && value <= high)
                .map(Double::intValue),
        Kinds::hintOnNumbers);
  }

  /** A duration such as 2s, 5m or 1h30m, both ends included. */
  public static Kind<Duration> duration(Duration low, Duration high) {
    return new Kind<>(
        "a duration from " + Durations.format(low) + " to " + Durations.format(high),
        low,
        raw ->
            Durations.parse(raw.text())
                .filter(value -> value.compareTo(low) >= 0 && value.compareTo(high) <= 0),
        raw ->
            looksLikeNumber(raw.text())
                ? Optional.of(
                    "Maybe " + raw.text() + "s, " + raw.text() + "m or " + raw.text() + "h?")
                : Optional.empty());
  }

  /** One of the constants of an enum, written in any case. */
  public static <E extends Enum<E>> Kind<E> choice(Class<E> type) {
    List<E> constants = List.of(type.getEnumConstants());
    List<String> names = constants.stream().map(Enum::name).toList();
    return new Kind<>(
        oneOf(names),
        constants.getFirst(),
        raw -> constants.stream().filter(c -> c.name().equalsIgnoreCase(raw.text())).findFirst(),
        raw -> NearestName.hint(raw.text(), names));
  }

  /**
   * The name of something described elsewhere in the file.
   *
   * @param what for example {@code the id of a circuit}
   */
  public static Kind<String> nameOf(String what, Collection<String> known) {
    return new Kind<>(
        what + (known.isEmpty() ? ", but there is none" : " (" + String.join(", ", known) + ")"),
        known.stream().findFirst().orElse("unknown"),
        raw -> known.contains(raw.text()) ? Optional.of(raw.text()) : Optional.empty(),
        raw -> NearestName.hint(raw.text(), known));
  }

  static boolean looksLikeNumber(String text) {
    return NUMBER.matcher(text).matches();
  }

  /** Without {@code .0} behind a whole number. */
  public static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  static String oneOf(Collection<String> names) {
    return "one of " + String.join(", ", names);
  }

  private static Kind<Double> number(String expected, double placeholder, DoublePredicate allowed) {
    return new Kind<>(
        expected, placeholder, raw -> parseNumber(raw).filter(allowed::test), Kinds::hintOnNumbers);
  }

  private static Optional<Double> parseNumber(RawValue raw) {
    return !raw.quoted() && looksLikeNumber(raw.text())
        ? Optional.of(Double.valueOf(raw.text())).filter(Double::isFinite)
        : Optional.empty();
  }

  private static Optional<String> hintOnNumbers(RawValue raw) {
    String text = raw.text().strip();
    Matcher withUnit = NUMBER_WITH_UNIT.matcher(text);
    Matcher withComma = NUMBER_WITH_COMMA.matcher(text);
    if (withComma.matches()) {
      return Optional.of("Maybe " + withComma.group(1) + "." + withComma.group(2) + "?");
    }
    if (withUnit.matches()) {
      return Optional.of("Maybe " + withUnit.group(1) + "? The key already names the unit.");
    }
    return raw.quoted() && looksLikeNumber(text)
        ? Optional.of("Maybe " + text + " without quotes?")
        : Optional.empty();
  }

  private static Optional<String> hintOnFlags(RawValue raw) {
    String text = raw.text().toLowerCase(Locale.ROOT);
    if (Arrays.asList("yes", "on", "true", "1").contains(text)) {
      return Optional.of("Maybe true?");
    }
    return Arrays.asList("no", "off", "false", "0").contains(text)
        ? Optional.of("Maybe false?")
        : Optional.empty();
  }
}
