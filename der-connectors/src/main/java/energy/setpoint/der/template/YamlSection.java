package energy.setpoint.der.template;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A mapping of a YAML file that is read key by key. What is wrong is noted, and reading goes on
 * with a harmless value, so that one pass finds every mistake.
 */
final class YamlSection {

  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|min|h)");

  private final String file;
  private final String path;
  private final JsonNode node;
  private final List<TemplateProblem> problems;
  private final Set<String> known = new LinkedHashSet<>();

  private YamlSection(String file, String path, JsonNode node, List<TemplateProblem> problems) {
    this.file = file;
    this.path = path;
    this.node = node;
    this.problems = problems;
  }

  static YamlSection root(String file, JsonNode node) {
    return new YamlSection(file, "", node, new ArrayList<>());
  }

  boolean has(String key) {
    known.add(key);
    return node.has(key);
  }

  /** The mapping under a key, empty and noted when there is none. */
  YamlSection section(String key) {
    known.add(key);
    JsonNode child = node.path(key);
    if (!child.isObject()) {
      note(key, shown(child), "a mapping of keys to values");
    }
    return new YamlSection(file, pathOf(key), child, problems);
  }

  /** The mapping under a key, empty when the key is absent. */
  YamlSection optionalSection(String key) {
    return has(key) ? section(key) : new YamlSection(file, pathOf(key), node.path(key), problems);
  }

  String text(String key) {
    known.add(key);
    JsonNode value = node.path(key);
    if (!value.isString() || value.stringValue().isBlank()) {
      note(key, shown(value), "a text");
      return "";
    }
    return value.stringValue().strip();
  }

  /** A text that must pass a check; the fallback when it does not. */
  <T> T text(String key, String expected, Function<String, Optional<T>> check, T fallback) {
    known.add(key);
    JsonNode value = node.path(key);
    Optional<T> checked = value.isString() ? check.apply(value.stringValue()) : Optional.empty();
    if (checked.isEmpty()) {
      note(key, shown(value), expected);
    }
    return checked.orElse(fallback);
  }

  /** One of some words. */
  <T> T choice(String key, List<T> options, Function<T, String> word) {
    List<String> words = options.stream().map(word).toList();
    return text(
        key,
        words.size() == 1 ? words.getFirst() : "one of " + String.join(", ", words),
        text -> options.stream().filter(option -> word.apply(option).equals(text)).findFirst(),
        options.getFirst());
  }

  int integer(String key, int lowest, int highest) {
    known.add(key);
    JsonNode value = node.path(key);
    if (!value.isIntegralNumber() || !isWithin(value.doubleValue(), lowest, highest)) {
      note(key, shown(value), "a whole number from " + lowest + " to " + highest);
      return lowest;
    }
    return value.intValue();
  }

  int integer(String key, int lowest, int highest, int fallback) {
    return has(key) ? integer(key, lowest, highest) : fallback;
  }

  /** A finite number. */
  double number(String key, String expected, double lowest, double highest, double fallback) {
    known.add(key);
    JsonNode value = node.path(key);
    if (!value.isNumber() || !isWithin(value.doubleValue(), lowest, highest)) {
      note(key, shown(value), expected);
      return fallback;
    }
    return value.doubleValue();
  }

  /** All keys, for mappings whose keys are names. */
  List<String> names() {
    List<String> names = List.copyOf(node.propertyNames());
    known.addAll(names);
    return names;
  }

  /** Whether a key has this text; says nothing where it has another. */
  boolean isText(String key, String text) {
    return node.path(key).isString() && node.path(key).stringValue().equals(text);
  }

  /** The numbers and texts of a mapping, as they stand there. */
  Map<String, String> scalarsByKey(String key) {
    known.add(key);
    JsonNode child = node.path(key);
    boolean isFlat = child.isObject() && child.values().stream().allMatch(JsonNode::isValueNode);
    if (!isFlat || child.isEmpty()) {
      note(key, shown(child), "a mapping of values to words");
      return Map.of();
    }
    Map<String, String> scalars = new LinkedHashMap<>();
    child.properties().forEach(it -> scalars.put(it.getKey(), it.getValue().asString()));
    return scalars;
  }

  /** A mapping of words to finite numbers, whatever the words are. */
  Map<String, Double> numbers() {
    Map<String, Double> numbers = new LinkedHashMap<>();
    for (String word : node.propertyNames()) {
      JsonNode value = node.get(word);
      if (value.isNumber() && Double.isFinite(value.doubleValue())) {
        numbers.put(word, value.doubleValue());
      } else {
        note(word, shown(value), "a number");
      }
    }
    return numbers;
  }

  /** A number or text, or a list of them, as it stands there. */
  List<String> scalars(String key) {
    known.add(key);
    JsonNode value = node.path(key);
    List<JsonNode> values = value.isArray() ? List.copyOf(value.values()) : List.of(value);
    if (values.isEmpty() || !values.stream().allMatch(JsonNode::isValueNode)) {
      note(key, shown(value), "a value or a list of values");
      return List.of();
    }
    return values.stream().map(JsonNode::asString).toList();
  }

  /** The mappings of a list. */
  List<YamlSection> sections(String key) {
    known.add(key);
    JsonNode value = node.path(key);
    if (!value.isArray()) {
      note(key, shown(value), "a list of mappings");
      return List.of();
    }
    List<YamlSection> sections = new ArrayList<>();
    for (int i = 0; i < value.size(); i++) {
      if (value.get(i).isObject()) {
        sections.add(new YamlSection(file, pathOf(key + "[" + i + "]"), value.get(i), problems));
      } else {
        note(key + "[" + i + "]", shown(value.get(i)), "a mapping of keys to values");
      }
    }
    return sections;
  }

  /** A duration such as {@code 500ms}, {@code 5s}, {@code 2min} or {@code 1h}. */
  Duration duration(String key, Duration shortest, Duration longest) {
    return text(
        key,
        "a duration from " + shown(shortest) + " to " + shown(longest) + ", such as 5s",
        text ->
            parseDuration(text)
                .filter(it -> it.compareTo(shortest) >= 0 && it.compareTo(longest) <= 0),
        longest);
  }

  Duration duration(String key, Duration shortest, Duration longest, Duration fallback) {
    return has(key) ? duration(key, shortest, longest) : fallback;
  }

  private static Optional<Duration> parseDuration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long count = Long.parseLong(matcher.group(1));
    return Optional.of(
        switch (matcher.group(2)) {
          case "ms" -> Duration.ofMillis(count);
          case "s" -> Duration.ofSeconds(count);
          case "min" -> Duration.ofMinutes(count);
          default -> Duration.ofHours(count);
        });
  }

  static String shown(Duration duration) {
    long millis = duration.toMillis();
    if (millis % 1000 != 0) {
      return millis + "ms";
    }
    long seconds = millis / 1000;
    return seconds % 3600 == 0 && seconds > 0 ? seconds / 3600 + "h" : seconds + "s";
  }

  /** Notes a mistake, unless the whole section is missing, which has been noted already. */
  void note(String key, String value, String expected) {
    if (!node.isObject()) {
      return;
    }
    problems.add(new TemplateProblem(file, pathOf(key), value, expected));
  }

  /** Notes the keys that nobody asked for. */
  void refuseOtherKeys() {
    for (String key : new TreeSet<>(node.propertyNames())) {
      if (!known.contains(key)) {
        note(key, "an unknown key", "one of " + String.join(", ", known));
      }
    }
  }

  boolean hasProblemIn(String... keys) {
    Set<String> paths = Arrays.stream(keys).map(this::pathOf).collect(Collectors.toSet());
    return problems.stream().anyMatch(it -> paths.contains(it.key()));
  }

  void throwIfProblems() {
    if (!problems.isEmpty()) {
      throw new TemplateException(problems);
    }
  }

  private String pathOf(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static boolean isWithin(double value, double lowest, double highest) {
    return value >= lowest && value <= highest;
  }

  private static String shown(JsonNode value) {
    if (value.isMissingNode()) {
      return "missing";
    }
    return value.isString() ? "'" + value.stringValue() + "'" : value.toString();
  }
}
