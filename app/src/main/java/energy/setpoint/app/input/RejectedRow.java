package energy.setpoint.app.input;

/**
 * A line of a session file that holds no usable session.
 *
 * @param line counted from 1, the header included
 */
public record RejectedRow(int line, String reason) {

  @Override
  public String toString() {
    return "line " + line + ": " + reason;
  }
}
