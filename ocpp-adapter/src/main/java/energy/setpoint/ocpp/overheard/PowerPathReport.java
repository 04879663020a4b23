package energy.setpoint.ocpp.overheard;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.JsonNodeException;

/**
 * What a station says about a transaction from which it follows whether power can flow. From that
 * moment on Relative schedules count (2.0.1 and 2.1 part 2, ChargingProfileKindEnumType).
 *
 * @param begins true in the first message of the transaction
 * @param closed true while the vehicle gets energy or could take it; false while it cannot; empty
 *     when nothing is said
 */
public record PowerPathReport(
    String transactionId, Instant at, boolean begins, Optional<Boolean> closed) {

  /** From the payload of a TransactionEvent of OCPP 2.x; empty when it cannot be read. */
  public static Optional<PowerPathReport> ofTransactionEvent(JsonNode event) {
    try {
      JsonNode info = event.path("transactionInfo");
      return Optional.of(
          new PowerPathReport(
              info.path("transactionId").stringValue(),
              Instant.parse(event.path("timestamp").stringValue()),
              event.path("eventType").asString("").equals("Started"),
              closed(info.path("chargingState").asString(""))));
    } catch (JsonNodeException | DateTimeParseException unreadable) {
      return Optional.empty();
    }
  }

  /** SuspendedEVSE may also mean that the vehicle is not authorized yet. */
  private static Optional<Boolean> closed(String chargingState) {
    return switch (chargingState) {
      case "Charging", "SuspendedEV" -> Optional.of(true);
      case "EVConnected", "Idle" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
