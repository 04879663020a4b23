package energy.setpoint.ocpp.v16.wire;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Asks for settings of a station; without keys for all of them. */
public record GetConfiguration(Optional<List<String>> key) {

  /** The answer. */
  public record Response(
      Optional<List<KeyValue>> configurationKey, Optional<List<String>> unknownKey) {}

  /**
   * Part of {@link GetConfiguration}.
   *
   * @param readonly required by the schema, left out by some stations
   * @param value a text by the schema, a number or a flag from some stations
   */
  public record KeyValue(String key, Optional<Boolean> readonly, Optional<JsonNode> value) {}
}
