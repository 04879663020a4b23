package energy.setpoint.app.price.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the JSON of all services has in common. */
final class JsonText {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private JsonText() {}

  /**
   * A document.
   *
   * @throws IllegalArgumentException when it is no JSON
   */
  static JsonNode parse(byte[] text) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException broken) {
      throw new IllegalArgumentException("it is no JSON", broken);
    }
  }

  static List<JsonNode> list(JsonNode document, String key) {
    JsonNode list = document.path(key);
    if (!list.isArray()) {
      throw new IllegalArgumentException("it has no list \"" + key + "\"");
    }
    return List.copyOf(list.values());
  }

  static double number(JsonNode node, String what) {
    if (!node.isNumber()) {
      throw new IllegalArgumentException(what + " is no number");
    }
    return node.doubleValue();
  }

  static Instant seconds(JsonNode node, String what, long unitsPerSecond) {
    if (!node.isIntegralNumber() || !node.canConvertToLong()) {
      throw new IllegalArgumentException(what + " is no time");
    }
    try {
      return Instant.ofEpochSecond(node.longValue() / unitsPerSecond);
    } catch (DateTimeException beyond) {
      throw new IllegalArgumentException(what + " is no time", beyond);
    }
  }

  /** Refuses prices in another currency or per another amount of energy. */
  static void expectPerMwh(String unit, Currency currency) {
    String wanted = currency.getCurrencyCode() + "/MWH";
    if (!unit.replace(" ", "").toUpperCase(Locale.ROOT).equals(wanted)) {
      throw new IllegalArgumentException(
          "its prices are in \"" + unit + "\", expected " + currency + "/MWh");
    }
  }
}
