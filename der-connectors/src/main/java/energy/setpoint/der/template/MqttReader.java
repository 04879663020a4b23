package energy.setpoint.der.template;

import energy.setpoint.core.quantity.Power;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonPointer;

/** Reads the topics of a template. */
final class MqttReader {

  private static final double LARGEST_WATTS = 1e9;
  private static final Duration SHORTEST_WATCHDOG = Duration.ofSeconds(2);
  private static final Duration LONGEST_WATCHDOG = Duration.ofHours(24);

  private final YamlSection root;

  MqttReader(YamlSection root) {
    this.root = root;
  }

  Transport.Mqtt read(DeviceKind kind) {
    Map<Measured, TopicPoint> points = new EnumMap<>(Measured.class);
    new PointsReader(root.section("points"), kind)
        .forEach((measured, section) -> points.put(measured, point(measured, section)));
    Optional<SetpointTopic> setpoint = Optional.empty();
    if (kind == DeviceKind.BATTERY && root.has("setpoint")) {
      setpoint = Optional.of(setpoint(root.section("setpoint")));
    }
    return new Transport.Mqtt(points, setpoint);
  }

  private static TopicPoint point(Measured measured, YamlSection section) {
    TopicText topic = topic(section);
    Optional<JsonPointer> pointer =
        section.has("pointer")
            ? section.text(
                "pointer",
                "a JSON pointer, such as /battery/power",
                text -> parsePointer(text).map(Optional::of),
                Optional.empty())
            : Optional.empty();
    // At most once: a measurement that comes late is worth less than none.
    int qos = section.integer("qos", 0, 2, 0);
    TopicPoint point =
        new TopicPoint(topic, pointer, PointsReader.conversion(measured, section), qos);
    section.refuseOtherKeys();
    return point;
  }

  private static SetpointTopic setpoint(YamlSection section) {
    TopicText topic = topic(section);
    int qos = section.integer("qos", 0, 2, 1);
    String payload =
        section.text(
            "payload",
            "a text that contains " + SetpointTopic.VALUE,
            text -> Optional.of(text).filter(it -> it.contains(SetpointTopic.VALUE)),
            "");
    double scale = section.has("scale") ? PointsReader.scale(section) : 1;
    PointUnit unit =
        section.choice("unit", List.of(PointUnit.WATT, PointUnit.KILOWATT), PointUnit::symbol);
    Conversion conversion = new Conversion(scale, unit, PointsReader.sign(section));
    int decimals = section.integer("decimals", 0, 6, 0);
    double lowest =
        section.number("lowestW", "a power of at most 0 W", -LARGEST_WATTS, 0, -LARGEST_WATTS);
    double highest =
        section.number("highestW", "a power of at least 0 W", 0, LARGEST_WATTS, LARGEST_WATTS);
    if (lowest == 0 && highest == 0) {
      section.note("highestW", "0, and so is lowestW", "room between lowestW and highestW");
    }
    ContactLoss loss =
        section.choice("whenContactIsLost", List.of(ContactLoss.values()), ContactLoss::key);
    Duration refresh = refresh(section, loss);
    section.refuseOtherKeys();
    return new SetpointTopic(
        topic,
        qos,
        payload,
        conversion,
        decimals,
        Power.ofWatts(lowest),
        Power.ofWatts(highest),
        refresh,
        loss);
  }

  /** Half of the device's watchdog where it has one, so that one lost message does no harm. */
  private static Duration refresh(YamlSection section, ContactLoss loss) {
    if (loss == ContactLoss.KEEPS_SETPOINT) {
      return section.duration("refresh", Duration.ofSeconds(1), LONGEST_WATCHDOG);
    }
    Duration watchdog = section.duration("watchdog", SHORTEST_WATCHDOG, LONGEST_WATCHDOG);
    Duration half = watchdog.dividedBy(2);
    return section.duration("refresh", Duration.ofSeconds(1), half, half);
  }

  private static TopicText topic(YamlSection section) {
    return section.text(
        "topic",
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
