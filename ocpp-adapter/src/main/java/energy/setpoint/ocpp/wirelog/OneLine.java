package energy.setpoint.ocpp.wirelog;

/** Keeps what a station sent from forging lines of a log. */
final class OneLine {

  private OneLine() {}

  /** The text with its control characters written as in JSON. */
  static String of(String text) {
    if (text.chars().noneMatch(Character::isISOControl)) {
      return text;
    }
    var line = new StringBuilder(text.length() + 16);
    text.chars()
        .forEach(c -> {
          if (Character.isISOControl(c)) {
            line.append("\\u%04x".formatted(c));
          } else {
            line.append((char) c);
          }
        });
    return line.toString();
  }
}
