package energy.setpoint.core.port;

import energy.setpoint.core.quantity.Current;
import java.util.List;
import java.util.Optional;

/** What became of an intent. */
public sealed interface IntentOutcome {

  /** The messages that were exchanged, in order; empty when nothing was sent. */
  List<MessageExchange> exchanges();

  /**
   * The station accepted every message.
   *
   * @param losses what the station's version or hardware could not express, for people
   * @param mayDraw what each EVSE meant may draw per phase in spite of a lower ceiling; empty when
   *     the ceiling holds
   */
  record Accepted(List<MessageExchange> exchanges, List<String> losses, Optional<Current> mayDraw)
      implements IntentOutcome {
    public Accepted {
      exchanges = List.copyOf(exchanges);
      losses = List.copyOf(losses);
    }

    /** The ceiling holds. */
    public Accepted(List<MessageExchange> exchanges, List<String> losses) {
      this(exchanges, losses, Optional.empty());
    }
  }

  /** The station refused; what was in force before still is. */
  record Refused(List<MessageExchange> exchanges, String reason) implements IntentOutcome {
    public Refused {
      exchanges = List.copyOf(exchanges);
    }
  }

  /** A message was sent but no answer came: it may or may not be in force. */
  record Unanswered(List<MessageExchange> exchanges, String reason) implements IntentOutcome {
    public Unanswered {
      exchanges = List.copyOf(exchanges);
    }
  }

  /** Nothing was sent: the station is not connected, or cannot express the intent. */
  record NotSent(String reason) implements IntentOutcome {
    @Override
    public List<MessageExchange> exchanges() {
      return List.of();
    }
  }
}
