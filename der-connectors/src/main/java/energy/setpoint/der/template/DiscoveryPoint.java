package energy.setpoint.der.template;

/**
 * A quantity whose topic, place in the payload and unit are announced for Home Assistant.
 *
 * @param configuration the topic of the announcement, such as {@code
 *     homeassistant/sensor/roof_power/config}
 * @param sign which no announcement tells
 */
public record DiscoveryPoint(TopicText configuration, SignConvention sign) {}
