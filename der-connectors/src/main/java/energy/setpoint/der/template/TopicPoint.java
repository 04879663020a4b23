package energy.setpoint.der.template;

import java.util.Optional;
import tools.jackson.core.JsonPointer;

/**
 * A quantity in the messages of an MQTT device.
 *
 * @param topic may contain {@link TopicText#BASE}
 * @param pointer where the number stands in a JSON payload (RFC 6901); empty when the payload is
 *     the bare number
 * @param qos quality of service of the subscription, 0 to 2
 */
public record TopicPoint(
    TopicText topic, Optional<JsonPointer> pointer, Conversion conversion, int qos) {}
