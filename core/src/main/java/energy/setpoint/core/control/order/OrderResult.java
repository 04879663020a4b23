package energy.setpoint.core.control.order;

import energy.setpoint.core.control.guard.Overload;
import energy.setpoint.core.port.IntentOutcome;
import java.util.List;

/** What became of an order. */
public sealed interface OrderResult {

  /** The station was told, or could not be. */
  record Answered(IntentOutcome outcome) implements OrderResult {}

  /** It is carried out without an answer of the station: later, or by telling it nothing more. */
  record Taken() implements OrderResult {}

  /**
   * The site does not bear it; nothing has changed.
   *
   * @param overloads not empty
   */
  record TooMuch(List<Overload> overloads) implements OrderResult {
    public TooMuch {
      overloads = List.copyOf(overloads);
    }
  }

  /**
   * There is nothing to which it could apply now.
   *
   * @param reason a sentence for people, with the values
   */
  record Impossible(String reason) implements OrderResult {}
}
