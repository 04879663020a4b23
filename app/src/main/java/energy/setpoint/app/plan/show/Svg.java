package energy.setpoint.app.plan.show;

import java.util.Locale;

/** SVG being written, with numbers as SVG wants them. */
public final class Svg {

  private final StringBuilder text = new StringBuilder();

  public Svg(int width, int height, String label) {
    add(
        "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
        width, height, escaped(label));
  }

  public Svg add(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
    return this;
  }

  public Svg line(double x1, double y1, double x2, double y2, String style) {
    return add(
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" class=\"%s\"/>",
        x1, y1, x2, y2, style);
  }

  /**
   * @param anchor {@code start}, {@code middle} or {@code end}
   */
  public Svg text(double x, double y, String anchor, String words) {
    return add(
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor, escaped(words));
  }

  public Svg path(CharSequence path, String style) {
    return add("<path d=\"%s\" class=\"%s\"/>", path, style);
  }

  public String end() {
    return text + "</svg>\n";
  }

  /** Names come out of files. */
  static String escaped(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
