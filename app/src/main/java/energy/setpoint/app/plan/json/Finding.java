package energy.setpoint.app.plan.json;

/**
 * One mistake in a JSON document.
 *
 * @param pointer where, as a URI fragment with a JSON pointer (RFC 6901), such as {@code
 *     #/vehicles/0/targetWh}; {@code #} is the whole document
 * @param detail what stands there and what was expected
 */
public record Finding(String pointer, String detail) {

  @Override
  public String toString() {
    return pointer + ": " + detail;
  }
}
