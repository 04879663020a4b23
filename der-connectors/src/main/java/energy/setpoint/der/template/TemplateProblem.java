package energy.setpoint.der.template;

/**
 * One mistake in a template.
 *
 * @param file the file's name
 * @param key the path to the key, such as {@code points.power.type}; empty for the file as a whole
 * @param value what stands there, as text
 * @param expected what should stand there
 */
public record TemplateProblem(String file, String key, String value, String expected) {

  @Override
  public String toString() {
    String where = key.isEmpty() ? file : file + ": " + key;
    return where + " is " + value + "; expected " + expected + ".";
  }
}
