package energy.setpoint.app.config.document;

/**
 * One mistake in a file.
 *
 * @param file its name
 * @param line counted from 1; 0 when the mistake concerns the whole file
 * @param text which key has which value, what was expected, and perhaps a line beginning "Maybe"
 */
public record Problem(String file, int line, String text) {

  /**
   * For example {@code site.yaml:17: grid.importLimitKw is -5, expected a number of at least 0.}
   */
  @Override
  public String toString() {
    return line > 0 ? file + ":" + line + ": " + text : file + ": " + text;
  }
}
