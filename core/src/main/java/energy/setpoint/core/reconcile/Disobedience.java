package energy.setpoint.core.reconcile;

import java.time.Instant;

/**
 * That a device does not do what it is told.
 *
 * @param reason as the device or the adapter gave it last, for people
 * @param since when this began
 * @param times in a row, at least 1
 */
public record Disobedience(Kind kind, String reason, Instant since, int times) {

  /** In which way. */
  public enum Kind {
    /** It refuses its limits. */
    REFUSES,
    /** It does not answer. */
    SILENT,
    /** It reports that it holds more than it confirmed. */
    HOLDS_MORE,
    /** Its vehicle was measured to take more than it confirmed. */
    DRAWS_MORE
  }

  /** The same again, or another kind of it: what counts is when the device last obeyed. */
  public Disobedience again(Kind newKind, String newReason) {
    return new Disobedience(newKind, newReason, since, times + 1);
  }
}
