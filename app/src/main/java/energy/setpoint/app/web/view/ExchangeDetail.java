package energy.setpoint.app.web.view;

import energy.setpoint.app.storage.query.IntentRecord;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.port.MessageExchange;
import energy.setpoint.core.time.Interval;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a station was told, and what it answered. */
@Schema(description = "What a station was told, message by message, and what it answered.")
public record ExchangeDetail(
    String id,
    String station,
    @Schema(description = "Absent where all EVSEs are meant.", type = "integer") OptionalInt evse,
    @Schema(description = "What was wanted.") Kind kind,
    @Schema(description = "The ceiling per phase in A.") Optional<Double> limitA,
    @Schema(description = "The ceiling over all phases in W.") Optional<Double> limitW,
    @Schema(description = "The power to follow in W; negative feeds back.")
        Optional<Double> setpointW,
    @Schema(description = "What else was wanted, in words, such as the operation mode.")
        Optional<String> detail,
    @Schema(
            description =
                "Why the engine sent it: what the plan or an order wants, and what limits it.",
            example = "plan: 7360 W; limited by fuse north L2")
        String why,
    @Schema(description = "From when it holds.") Optional<Instant> validFrom,
    @Schema(description = "Until when it holds unless it is renewed.") Optional<Instant> validUntil,
    Instant sentAt,
    Optional<Instant> answeredAt,
    IntentRecord.State state,
    @Schema(description = "Why it was refused, not answered or not sent.") Optional<String> reason,
    @Schema(description = "What the station's version or hardware could not express.")
        List<String> losses,
    @Schema(description = "As they went over the wire, in order.") List<Message> messages) {

  /** What was wanted of the station. */
  public enum Kind {
    /** Hold a transaction to a ceiling. */
    CAP_POWER,
    /** Hold a transaction to a ceiling on each phase. */
    CAP_PHASES,
    /** Hold a station as a whole to a ceiling. */
    CAP_STATION,
    /** Make a transaction charge on one phase or on three. */
    SWITCH_PHASES,
    /** Make a transaction follow a setpoint. */
    FOLLOW_SETPOINT,
    /** Move the setpoint that a transaction follows. */
    ADJUST_SETPOINT,
    /** Let an EVSE act by itself within bounds. */
    OPERATE,
    /** Install what holds without the engine. */
    SET_FALLBACK,
    /** Take a limit back. */
    RELEASE,
    STOP_TRANSACTION,
    /** Install what a transaction with priority may take. */
    OFFER_PRIORITY,
    /** Give a transaction priority, or take it. */
    PRIORITIZE_CHARGING,
    /** Say which services a vehicle may choose from. */
    ALLOW_ENERGY_TRANSFER,
    /** Pass on the grid operator's signal for its reserve. */
    CALL_RESERVE
  }

  /** One message and its answer. */
  @Schema(description = "One message and its answer.")
  public record Message(
      String id,
      @Schema(example = "SetChargingProfile") String action,
      @Schema(description = "The payload that was sent.") String request,
      @Schema(description = "The payload or error that came back; empty when none did.")
          String response) {

    static Message of(MessageExchange exchange) {
      return new Message(exchange.id(), exchange.action(), exchange.request(), exchange.response());
    }
  }

  public static ExchangeDetail of(IntentRecord stored) {
    ChargingIntent intent = stored.intent();
    IntentWish wish = IntentWish.of(intent);
    return new ExchangeDetail(
        stored.id().toString(),
        intent.station().value(),
        wish.evse(),
        wish.kind(),
        wish.limitA(),
        wish.limitW(),
        wish.setpointW(),
        wish.detail(),
        stored.why(),
        wish.validity().map(Interval::start),
        wish.validity().map(Interval::end),
        stored.sentAt(),
        stored.answeredAt(),
        stored.state(),
        stored.reason(),
        stored.losses(),
        stored.exchanges().stream().map(Message::of).toList());
  }
}
