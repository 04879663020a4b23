package energy.setpoint.der.mqtt;

import energy.setpoint.der.template.TopicPoint;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The numbers in a message. */
final class Payload {

  /** More than any device says; what is longer is not parsed. */
  static final int LONGEST_BYTES = 65_536;

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int SHOWN = 60;

  private final byte[] bytes;

  Payload(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * The quantity of a point in watts, amperes or as a fraction, load convention; empty when the
   * device says that it has none (JSON null, or NaN).
   *
   * @throws UnreadablePayload when there is no number where the template expects one
   */
  OptionalDouble quantity(TopicPoint point) throws UnreadablePayload {
    if (bytes.length > LONGEST_BYTES) {
      throw new UnreadablePayload("a message of " + bytes.length + " bytes");
    }
    OptionalDouble number =
        point.pointer().isPresent()
            ? numberAt(point.pointer().get(), point.words())
            : number(text(), point.words());
    return number.isPresent()
        ? OptionalDouble.of(point.conversion().toQuantity(number.getAsDouble()))
        : number;
  }

  /**
   * When the quantity of a point was measured; empty where the template does not say where that
   * stands.
   *
   * @throws UnreadablePayload when there is no time where the template expects one
   */
  Optional<Instant> measuredAt(TopicPoint point) throws UnreadablePayload {
    if (point.timestamp().isEmpty()) {
      return Optional.empty();
    }
    JsonPointer pointer = point.timestamp().get();
    Optional<Instant> time = Timestamp.read(json().at(pointer));
    if (time.isEmpty()) {
      throw new UnreadablePayload("no time at " + pointer + " in " + shown());
    }
    return time;
  }

  private OptionalDouble numberAt(JsonPointer pointer, Map<String, Double> words)
      throws UnreadablePayload {
    JsonNode value = json().at(pointer);
    if (value.isNull()) {
      return OptionalDouble.empty();
    }
    boolean isWord = value.isBoolean() && !words.isEmpty();
    if (value.isNumber() || value.isString() || isWord) {
      return number(value.asString(), words);
    }
    throw new UnreadablePayload("no number at " + pointer + " in " + shown());
  }

  private JsonNode json() throws UnreadablePayload {
    try {
      return JSON.readTree(bytes);
    } catch (JacksonException e) {
      throw new UnreadablePayload("no JSON: " + shown(), e);
    }
  }

  private OptionalDouble number(String text, Map<String, Double> words) throws UnreadablePayload {
    String plain = text.strip();
    Double named = words.get(plain);
    if (named != null) {
      return OptionalDouble.of(named);
    }
    double number;
    try {
      number = Double.parseDouble(plain);
    } catch (NumberFormatException e) {
      throw new UnreadablePayload("no number: " + shown(), e);
    }
    if (Double.isNaN(number)) {
      return OptionalDouble.empty();
    }
    if (Double.isInfinite(number)) {
      throw new UnreadablePayload("no finite number: " + shown());
    }
    return OptionalDouble.of(number);
  }

  private String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** The beginning, without control characters: this goes to logs. */
  private String shown() {
    String text = text().replaceAll("\\p{Cntrl}", "?");
    return text.length() <= SHOWN ? "'" + text + "'" : "'" + text.substring(0, SHOWN) + "…'";
  }

  /** A message that is not what the template describes. */
  static final class UnreadablePayload extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadablePayload(String message) {
      super(message);
    }

    UnreadablePayload(String message, Throwable cause) {
      super(message, cause);
    }

    String reason() {
      return String.valueOf(getMessage());
    }
  }
}
