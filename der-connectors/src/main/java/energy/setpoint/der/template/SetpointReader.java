package energy.setpoint.der.template;

import energy.setpoint.core.quantity.Power;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads how a device is commanded over MQTT, and how it says that it took a command. */
final class SetpointReader {

  private static final double LARGEST_WATTS = 1e9;
  private static final Duration SHORTEST_WATCHDOG = Duration.ofSeconds(2);
  private static final Duration LONGEST_WATCHDOG = Duration.ofHours(24);
  private static final Duration SHORTEST_ANSWER = Duration.ofMillis(100);
  private static final Duration USUAL_ANSWER = Duration.ofSeconds(5);

  private final DeviceKind kind;

  SetpointReader(DeviceKind kind) {
    this.kind = kind;
  }

  SetpointTopic read(YamlSection section) {
    TopicText topic = MqttReader.topic(section);
    int qos = section.integer("qos", 0, 2, 1);
    String payload =
        section.text(
            "payload",
            "a text that contains " + SetpointTopic.VALUE,
            text -> Optional.of(text).filter(it -> it.contains(SetpointTopic.VALUE)),
            "");
    Conversion conversion = power(section);
    int decimals = section.integer("decimals", 0, 6, 0);
    double lowest = lowest(section);
    double highest =
        section.number("highestW", "a power of at least 0 W", 0, LARGEST_WATTS, LARGEST_WATTS);
    requireRoom(section, lowest, highest);
    ContactLoss loss =
        section.choice("whenContactIsLost", List.of(ContactLoss.values()), ContactLoss::key);
    Duration refresh = refresh(section, loss);
    Optional<Acknowledgement> acknowledgement =
        section.has("acknowledgement")
            ? Optional.of(acknowledgement(section.section("acknowledgement"), conversion, refresh))
            : Optional.empty();
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
        loss,
        acknowledgement);
  }

  /** A limit of production has no direction; a setpoint of a battery has. */
  private Conversion power(YamlSection section) {
    double scale = section.has("scale") ? PointsReader.scale(section) : 1;
    PointUnit unit =
        section.choice("unit", List.of(PointUnit.WATT, PointUnit.KILOWATT), PointUnit::symbol);
    SignConvention sign =
        kind == DeviceKind.BATTERY ? PointsReader.sign(section) : SignConvention.LOAD;
    return new Conversion(scale, unit, sign);
  }

  private double lowest(YamlSection section) {
    return kind == DeviceKind.BATTERY
        ? section.number("lowestW", "a power of at most 0 W", -LARGEST_WATTS, 0, -LARGEST_WATTS)
        : section.number("lowestW", "a power of at least 0 W", 0, LARGEST_WATTS, 0);
  }

  private static void requireRoom(YamlSection section, double lowest, double highest) {
    if (lowest == 0 && highest == 0) {
      section.note("highestW", "0, and so is lowestW", "room between lowestW and highestW");
    } else if (highest < lowest) {
      section.note("highestW", Double.toString(highest), "at least lowestW");
    }
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

  private Acknowledgement acknowledgement(
      YamlSection section, Conversion setpoint, Duration refresh) {
    TopicText topic = MqttReader.topic(section);
    int qos = section.integer("qos", 0, 2, 1);
    Duration usual = USUAL_ANSWER.compareTo(refresh) < 0 ? USUAL_ANSWER : refresh;
    Duration within = section.duration("within", SHORTEST_ANSWER, refresh, usual);
    int retries = section.integer("retries", 0, 10, 2);
    Acknowledgement.Expected expected =
        section.has("payload")
            ? new Acknowledgement.Words(section.text("payload"))
            : echo(section, topic, qos, setpoint);
    section.refuseOtherKeys();
    return new Acknowledgement(topic, qos, expected, within, retries);
  }

  private Acknowledgement.Echo echo(
      YamlSection section, TopicText topic, int qos, Conversion setpoint) {
    Conversion conversion = section.has("unit") ? power(section) : setpoint;
    double tolerance = section.number("toleranceW", "a power of at least 0 W", 0, LARGEST_WATTS, 0);
    TopicPoint point =
        new TopicPoint(topic, MqttReader.pointer(section, "pointer"), conversion, qos);
    return new Acknowledgement.Echo(point, tolerance);
  }
}
