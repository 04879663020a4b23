package energy.setpoint.simulation.station.habit;

import energy.setpoint.core.site.StationId;
import energy.setpoint.simulation.profile.RateUnit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The habits of stations as a YAML file: one entry for each station, described in {@code
 * docs/concepts/simulation.md}.
 */
public final class HabitsFile {

  private static final YAMLMapper MAPPER = YAMLMapper.builder().build();
  private static final Set<String> FIELDS =
      Set.of(
          "replies",
          "rounds",
          "obeysAfter",
          "ignoresZero",
          "obeysOnly",
          "compositeFactor",
          "fractionalStarts",
          "clockSkew",
          "forgetsProfiles");

  private HabitsFile() {}

  /**
   * @throws IOException when the file cannot be read
   * @throws IllegalArgumentException when it says what no station can have for a habit
   */
  public static Map<StationId, Habits> read(Path file) throws IOException {
    return parse(Files.readString(file));
  }

  /**
   * @throws IllegalArgumentException when it says what no station can have for a habit
   */
  public static Map<StationId, Habits> parse(String yaml) {
    JsonNode root;
    try {
      root = MAPPER.readTree(yaml);
    } catch (JacksonException broken) {
      throw new IllegalArgumentException("The habits are no YAML: " + broken.getMessage(), broken);
    }
    Map<StationId, Habits> habits = new LinkedHashMap<>();
    root.properties()
        .forEach(entry ->
            habits.put(new StationId(entry.getKey()), station(entry.getKey(), entry.getValue())));
    return habits;
  }

  private static Habits station(String name, JsonNode node) {
    for (String field : node.propertyNames()) {
      if (!FIELDS.contains(field)) {
        throw wrong(name, field, "is unknown; there are " + FIELDS.stream().sorted().toList());
      }
    }
    Habits habits =
        new Habits(
            Map.of(),
            obedience(name, node),
            new Composites(
                node.path("compositeFactor").asDouble(1),
                node.path("fractionalStarts").asBoolean(false)),
            duration(name, node, "clockSkew"),
            node.path("forgetsProfiles").asBoolean(false));
    for (Map.Entry<String, JsonNode> reply : node.path("replies").properties()) {
      habits = habits.with(reply.getKey(), reply(name, reply.getKey(), reply.getValue()));
    }
    return habits;
  }

  private static Obedience obedience(String name, JsonNode node) {
    Obedience obedience =
        Obedience.PERFECT
            .rounding(oneOf(Rounding.class, name, node, "rounds", Rounding.NONE))
            .after(duration(name, node, "obeysAfter"));
    if (node.path("ignoresZero").asBoolean(false)) {
      obedience = obedience.ignoringZero();
    }
    return node.has("obeysOnly")
        ? obedience.onlyIn(oneOf(RateUnit.class, name, node, "obeysOnly", RateUnit.A))
        : obedience;
  }

  /** Either one word, or one word and its value. */
  private static Reply reply(String name, String action, JsonNode node) {
    String word = node.isObject() ? node.propertyNames().iterator().next() : node.asString("");
    JsonNode value = node.path(word);
    return switch (word) {
      case "refuses" -> new Reply.Refuses(value.asString("Rejected"));
      case "fails" -> new Reply.Fails(value.asString("InternalError"));
      case "silent" -> new Reply.Silent(value.asString("").equals("obeys"));
      case "late" -> new Reply.Late(duration(name, node, "late"));
      case "twice" -> new Reply.Twice();
      case "garbled" -> new Reply.Garbled();
      case "disconnects" -> new Reply.Disconnects();
      case "reboots" -> new Reply.Reboots();
      default -> throw wrong(name, "replies." + action, "knows no " + node);
    };
  }

  private static Duration duration(String name, JsonNode node, String field) {
    if (!node.has(field)) {
      return Duration.ZERO;
    }
    try {
      return Duration.parse(node.path(field).asString(""));
    } catch (DateTimeParseException notOne) {
      throw wrong(name, field, "must be a duration such as PT20S, but is " + node.path(field));
    }
  }

  private static <E extends Enum<E>> E oneOf(
      Class<E> type, String name, JsonNode node, String field, E usual) {
    String word = node.path(field).asString(usual.name()).toUpperCase(Locale.ROOT);
    for (E value : type.getEnumConstants()) {
      if (value.name().equals(word)) {
        return value;
      }
    }
    throw wrong(name, field, "knows no " + node.path(field));
  }

  private static IllegalArgumentException wrong(String station, String field, String why) {
    return new IllegalArgumentException("Station " + station + ": " + field + " " + why + ".");
  }
}
