package energy.setpoint.der.template;

import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonPointer;

/**
 * A quantity in the messages of an MQTT device.
 *
 * @param topic may contain {@link TopicText#BASE}
 * @param pointer where the number stands in a JSON payload (RFC 6901); empty when the payload is
 *     the bare number
 * @param conversion of the number, or of what stands for the word
 * @param qos quality of service of the subscription, 0 to 2
 * @param words numbers by the words that the device says instead of them
 * @param timestamp where the time of the measurement stands in a JSON payload; without it a value
 *     is as old as its message
 */
public record TopicPoint(
    TopicText topic,
    Optional<JsonPointer> pointer,
    Conversion conversion,
    int qos,
    Map<String, Double> words,
    Optional<JsonPointer> timestamp) {

  public TopicPoint {
    words = Map.copyOf(words);
  }

  /** The same for one device. */
  public TopicPoint at(String baseTopic) {
    return new TopicPoint(
        new TopicText(topic.of(baseTopic)), pointer, conversion, qos, words, timestamp);
  }

  /** A number without words and times. */
  public TopicPoint(
      TopicText topic, Optional<JsonPointer> pointer, Conversion conversion, int qos) {
    this(topic, pointer, conversion, qos, Map.of(), Optional.empty());
  }
}
