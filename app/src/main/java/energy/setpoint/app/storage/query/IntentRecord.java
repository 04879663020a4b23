package energy.setpoint.app.storage.query;

import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.port.MessageExchange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An intent and what became of it.
 *
 * @param why it was sent, for people
 * @param answeredAt when the outcome was known; empty while it is not
 * @param reason why it was refused, not answered or not sent
 * @param losses what the station could not express, for people
 * @param exchanges the messages, in order
 */
public record IntentRecord(
    UUID id,
    ChargingIntent intent,
    String why,
    Instant sentAt,
    State state,
    Optional<Instant> answeredAt,
    Optional<String> reason,
    List<String> losses,
    List<MessageExchange> exchanges) {

  public IntentRecord {
    losses = List.copyOf(losses);
    exchanges = List.copyOf(exchanges);
  }

  /** What is known about an intent. */
  public enum State {
    /** About to be sent, or sent by an engine that ended before the answer came. */
    SENDING,
    ACCEPTED,
    REFUSED,
    /** Sent, and no answer came in time. */
    UNANSWERED,
    NOT_SENT
  }
}
