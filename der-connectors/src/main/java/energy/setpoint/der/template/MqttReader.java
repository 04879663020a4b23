package energy.setpoint.der.template;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonPointer;

/** Reads the topics of a template. */
final class MqttReader {

  private static final String ANNOUNCED = "homeAssistant";

  private final YamlSection root;

  MqttReader(YamlSection root) {
    this.root = root;
  }

  Transport.Mqtt read(DeviceKind kind) {
    Map<Measured, TopicPoint> points = new EnumMap<>(Measured.class);
    Map<Measured, DiscoveryPoint> announced = new EnumMap<>(Measured.class);
    new PointsReader(root.section("points"), kind)
        .forEach((measured, section) -> {
          if (section.has(ANNOUNCED)) {
            announced.put(measured, announced(measured, section));
          } else {
            points.put(measured, point(measured, section));
          }
        });
    Optional<SetpointTopic> setpoint = Optional.empty();
    if (kind != DeviceKind.METER && root.has("setpoint")) {
      setpoint = Optional.of(new SetpointReader(kind).read(root.section("setpoint")));
    }
    return new Transport.Mqtt(points, announced, setpoint);
  }

  private static DiscoveryPoint announced(Measured measured, YamlSection section) {
    TopicText configuration = topic(section, ANNOUNCED);
    SignConvention sign =
        measured == Measured.SOC ? SignConvention.LOAD : PointsReader.sign(section);
    section.refuseOtherKeys();
    return new DiscoveryPoint(configuration, sign);
  }

  private static TopicPoint point(Measured measured, YamlSection section) {
    TopicText topic = topic(section);
    Optional<JsonPointer> pointer = pointer(section, "pointer");
    // At most once: a measurement that comes late is worth less than none.
    int qos = section.integer("qos", 0, 2, 0);
    Conversion conversion = PointsReader.conversion(measured, section);
    Map<String, Double> words =
        section.has("values") ? section.section("values").numbers() : Map.of();
    Optional<JsonPointer> timestamp = pointer(section, "timestamp");
    TopicPoint point = new TopicPoint(topic, pointer, conversion, qos, words, timestamp);
    section.refuseOtherKeys();
    return point;
  }

  static Optional<JsonPointer> pointer(YamlSection section, String key) {
    return section.has(key)
        ? section.text(
            key,
            "a JSON pointer, such as /battery/power",
            text -> parsePointer(text).map(Optional::of),
            Optional.empty())
        : Optional.empty();
  }

  static TopicText topic(YamlSection section) {
    return topic(section, "topic");
  }

  private static TopicText topic(YamlSection section, String key) {
    return section.text(
        key,
        "a topic without wildcards, such as " + TopicText.BASE + "/state",
        text -> Optional.of(new TopicText(text)).filter(it -> isTopic(it.of("x"))),
        new TopicText(""));
  }

  private static boolean isTopic(String text) {
    return !text.isBlank()
        && text.chars().noneMatch(it -> it == '+' || it == '#' || it == '{' || it == '}' || it == 0)
        && text.length() <= 1024;
  }

  private static Optional<JsonPointer> parsePointer(String text) {
    try {
      return Optional.of(JsonPointer.compile(text)).filter(it -> !it.matches());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
