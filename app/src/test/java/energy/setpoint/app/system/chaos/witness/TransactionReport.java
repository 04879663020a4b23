package energy.setpoint.app.system.chaos.witness;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;

/**
 * A station tells that a transaction began or ended.
 *
 * @param id of the station's own making in OCPP 2.x; in 1.6 the engine gives it with its answer
 * @param meterWh the register of 1.6; empty in 2.x
 */
record TransactionReport(
    String station, Kind kind, int evse, Optional<String> id, Instant at, OptionalDouble meterWh) {

  enum Kind {
    STARTED,
    ENDED
  }

  /** Empty for all that is neither. */
  static Optional<TransactionReport> read(String station, String action, JsonNode payload) {
    return switch (action) {
      case "StartTransaction" ->
          Optional.of(
              new TransactionReport(
                  station,
                  Kind.STARTED,
                  payload.path("connectorId").asInt(),
                  Optional.empty(),
                  time(payload),
                  OptionalDouble.of(payload.path("meterStart").asDouble())));
      case "StopTransaction" ->
          Optional.of(
              new TransactionReport(
                  station,
                  Kind.ENDED,
                  0,
                  Optional.of(Integer.toString(payload.path("transactionId").asInt())),
                  time(payload),
                  OptionalDouble.of(payload.path("meterStop").asDouble())));
      case "TransactionEvent" -> event(station, payload);
      default -> Optional.empty();
    };
  }

  private static Optional<TransactionReport> event(String station, JsonNode payload) {
    String type = payload.path("eventType").asString("");
    if (!type.equals("Started") && !type.equals("Ended")) {
      return Optional.empty();
    }
    return Optional.of(
        new TransactionReport(
            station,
            type.equals("Started") ? Kind.STARTED : Kind.ENDED,
            payload.path("evse").path("id").asInt(0),
            Optional.of(payload.path("transactionInfo").path("transactionId").asString()),
            time(payload),
            OptionalDouble.empty()));
  }

  private static Instant time(JsonNode payload) {
    return Instant.parse(payload.path("timestamp").asString());
  }
}
