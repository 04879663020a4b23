package energy.setpoint.der.mqtt;

import energy.setpoint.der.mqtt.Payload.UnreadablePayload;
import energy.setpoint.der.template.Conversion;
import energy.setpoint.der.template.Measured;
import energy.setpoint.der.template.PointUnit;
import energy.setpoint.der.template.SignConvention;
import energy.setpoint.der.template.TopicPoint;
import energy.setpoint.der.template.TopicText;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a device announces for Home Assistant about one of its values, with the full or the
 * abbreviated keys of its "MQTT Discovery". Templates are a language of their own; of it only the
 * two forms that every device uses are understood, and the rest is refused by name.
 */
final class Announcement {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern WHOLE = Pattern.compile("\\{\\{\\s*value\\s*}}");
  private static final Pattern MEMBER =
      Pattern.compile("\\{\\{\\s*value_json((?:\\.[A-Za-z_][A-Za-z0-9_]*)+)\\s*}}");
  private static final Set<Integer> NOT_IN_TOPICS = Set.of((int) '+', (int) '#', 0);
  private static final int LONGEST_TOPIC = 1024;

  private final JsonNode node;

  private Announcement(JsonNode node) {
    this.node = node;
  }

  /**
   * Reads how a value is said.
   *
   * @throws UnreadablePayload when the announcement lacks something or is not understood
   */
  static TopicPoint read(byte[] message, Measured measured, SignConvention sign)
      throws UnreadablePayload {
    if (message.length > Payload.LONGEST_BYTES) {
      throw new UnreadablePayload("an announcement of " + message.length + " bytes");
    }
    JsonNode node;
    try {
      node = JSON.readTree(message);
    } catch (JacksonException e) {
      throw new UnreadablePayload("an announcement that is no JSON", e);
    }
    Announcement announcement = new Announcement(node);
    return new TopicPoint(
        new TopicText(announcement.topic()),
        announcement.pointer(),
        new Conversion(1, announcement.unit(measured), sign),
        0);
  }

  private String topic() throws UnreadablePayload {
    String written = text("state_topic", "stat_t").orElse("");
    String base = text("~", "~").orElse("");
    String topic = written.startsWith("~") ? base + written.substring(1) : written;
    topic = topic.endsWith("~") ? topic.substring(0, topic.length() - 1) + base : topic;
    if (topic.isBlank()
        || topic.length() > LONGEST_TOPIC
        || topic.chars().anyMatch(NOT_IN_TOPICS::contains)) {
      throw new UnreadablePayload("an announcement without a usable state_topic");
    }
    return topic;
  }

  private PointUnit unit(Measured measured) throws UnreadablePayload {
    String symbol = text("unit_of_measurement", "unit_of_meas").orElse("");
    return Arrays.stream(PointUnit.values())
        .filter(it -> it.fits(measured) && it.symbol().equals(symbol))
        .findFirst()
        .orElseThrow(() ->
            new UnreadablePayload(
                "the unit_of_measurement '%s' of %s; expected one of %s"
                    .formatted(shown(symbol), measured.key(), units(measured))));
  }

  private static String units(Measured measured) {
    return Arrays.stream(PointUnit.values())
        .filter(it -> it.fits(measured))
        .map(PointUnit::symbol)
        .collect(Collectors.joining(", "));
  }

  private Optional<JsonPointer> pointer() throws UnreadablePayload {
    Optional<String> template = text("value_template", "val_tpl");
    if (template.isEmpty() || WHOLE.matcher(template.get().strip()).matches()) {
      return Optional.empty();
    }
    Matcher member = MEMBER.matcher(template.get().strip());
    if (!member.matches()) {
      throw new UnreadablePayload(
          "the value_template '%s'; expected {{ value }} or {{ value_json.a.b }}"
              .formatted(shown(template.get())));
    }
    return Optional.of(JsonPointer.compile(member.group(1).replace('.', '/')));
  }

  private Optional<String> text(String key, String abbreviation) {
    JsonNode value = node.path(node.has(key) ? key : abbreviation);
    return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
  }

  private static String shown(String text) {
    String plain = text.replaceAll("\\p{Cntrl}", "?");
    return plain.length() <= 60 ? plain : plain.substring(0, 60) + "…";
  }
}
