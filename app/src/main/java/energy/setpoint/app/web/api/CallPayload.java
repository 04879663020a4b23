package energy.setpoint.app.web.api;

import energy.setpoint.app.web.problem.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The payload of a call as a person wrote it; numbers keep their digits on the way to a station.
 */
final class CallPayload {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private CallPayload() {}

  static JsonNode read(String text) {
    JsonNode payload;
    try {
      payload = JSON.readTree(text);
    } catch (JacksonException e) {
      throw Refusal.invalid("The body is not valid JSON.");
    }
    if (!payload.isObject()) {
      throw Refusal.invalid("The body must be an object, {} for a call without fields.");
    }
    return payload;
  }
}
