package energy.setpoint.app.plan.show;

import java.util.Locale;

/** Text being written line by line. */
final class Lines {

  private final StringBuilder text = new StringBuilder();

  void add(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
