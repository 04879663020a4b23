package energy.setpoint.simulation.station.v21.cost;

import energy.setpoint.simulation.station.line.CallRefused;
import energy.setpoint.simulation.station.line.Json;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Why a tariff is not taken (I07.FR.02 to .05, I11.FR.02, I11.FR.03). */
public final class TariffFaults {

  /** The most prices in a tariff. */
  public static final int MAX_ELEMENTS = 10;

  private static final List<String> PARTS =
      List.of(
          "energy", "chargingTime", "idleTime", "fixedFee", "reservationTime", "reservationFixed");

  private TariffFaults() {}

  /** The refusal to answer. */
  static Optional<ObjectNode> find(JsonNode tariff) {
    List<JsonNode> prices =
        PARTS.stream().flatMap(part -> tariff.path(part).path("prices").valueStream()).toList();
    if (prices.size() > MAX_ELEMENTS) {
      return Optional.of(Json.status("TooManyElements"));
    }
    // Nobody pays at this station, so that nothing is known of cards.
    boolean asksForCard =
        prices.stream()
            .map(price -> price.path("conditions"))
            .anyMatch(c -> c.has("paymentBrand") || c.has("paymentRecognition"));
    if (asksForCard) {
      return Optional.of(Json.status("ConditionNotSupported"));
    }
    return TariffReader.find(tariff).isEmpty() || !hasReadableStart(tariff)
        ? Optional.of(Json.status("Rejected", "InvalidValue", "I07.FR.05: there is no such time"))
        : Optional.empty();
  }

  private static boolean hasReadableStart(JsonNode tariff) {
    try {
      return !tariff.has("validFrom") || Json.findInstant(tariff, "validFrom").isPresent();
    } catch (CallRefused unreadable) {
      return false;
    }
  }
}
