package energy.setpoint.app.config.document;

import energy.setpoint.app.config.document.Kind.RawValue;
import energy.setpoint.app.config.document.Node.Entry;
import energy.setpoint.app.config.document.Node.Mapping;
import energy.setpoint.app.config.document.Node.Scalar;
import energy.setpoint.app.config.document.Node.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.function.Supplier;

/**
 * A group of keys in a file. Values are asked for by key and {@link Kind}; what is missing or wrong
 * becomes a problem with file, line and path, and reading goes on with a placeholder. {@link
 * #build} ends the reading: it reports keys that nobody asked for, and makes the result only when
 * nothing in the group was wrong.
 *
 * <p>In paths, the entries of a list are counted from 1. A key without a value counts as absent.
 */
public final class Section {

  private final String file;
  private final Problems problems;
  private final Optional<Section> parent;
  private final String path;
  private final int line;
  private final SequencedMap<String, Entry> entries = new LinkedHashMap<>();
  private final SequencedSet<String> asked = new LinkedHashSet<>();
  private boolean sound = true;

  private Section(
      String file, Problems problems, Optional<Section> parent, String path, Mapping node) {
    this.file = file;
    this.problems = problems;
    this.parent = parent;
    this.path = path;
    this.line = node.line();
    node.entries().forEach(entry -> entries.put(entry.key(), entry));
  }

  static Section root(String file, Mapping node, Problems problems) {
    return new Section(file, problems, Optional.empty(), "", node);
  }

  /** The line on which the group starts, counted from 1. */
  public int line() {
    return line;
  }

  /** The line of a key, or of the group where the key is absent. */
  public int lineOf(String key) {
    Entry entry = entries.get(key);
    return entry == null ? line : entry.line();
  }

  public String file() {
    return file;
  }

  public Problems problems() {
    return problems;
  }

  /** True as long as nothing in the group was wrong. */
  public boolean isSound() {
    return sound;
  }

  public boolean has(String key) {
    return find(key).isPresent();
  }

  public boolean isList(String key) {
    return find(key).filter(Sequence.class::isInstance).isPresent();
  }

  public boolean isGroup(String key) {
    return find(key).filter(Mapping.class::isInstance).isPresent();
  }

  /** The keys of the group as they stand in the file; for groups whose keys are names. */
  public List<String> keys() {
    asked.addAll(entries.keySet());
    return List.copyOf(entries.keySet());
  }

  /** A value that must be there. */
  public <T> T read(String key, Kind<T> kind) {
    Optional<Node> node = find(key);
    if (node.isEmpty()) {
      report(lineOf(key), pathOf(key) + " is missing, expected " + kind.expected() + ".");
      return kind.placeholder();
    }
    return convert(node.get(), lineOf(key), pathOf(key), kind);
  }

  /** A value with a default. */
  public <T> T read(String key, Kind<T> kind, T whenAbsent) {
    return find(key).map(node -> convert(node, lineOf(key), pathOf(key), kind)).orElse(whenAbsent);
  }

  /** A list of values that may be absent; a single value counts as a list of one. */
  public <T> List<T> list(String key, Kind<T> kind) {
    return switch (find(key).orElse(new Sequence(List.of(), line))) {
      case Sequence sequence -> {
        List<T> values = new ArrayList<>();
        for (Node item : sequence.items()) {
          values.add(convert(item, item.line(), itemPath(key, values.size()), kind));
        }
        yield List.copyOf(values);
      }
      case Node single -> List.of(convert(single, lineOf(key), pathOf(key), kind));
    };
  }

  /** A list with a certain number of values, or the default when it is absent. */
  public <T> List<T> list(String key, Kind<T> kind, int size, List<T> whenAbsent) {
    if (!has(key)) {
      return whenAbsent;
    }
    List<T> values = list(key, kind);
    if (values.size() != size) {
      problem(key, "has " + values.size() + " values, expected a list of " + size + ".");
      return whenAbsent;
    }
    return values;
  }

  /** A group within the group, or one without keys where it is absent. */
  public Section section(String key) {
    return switch (find(key).orElse(new Mapping(List.of(), line))) {
      case Mapping mapping -> child(pathOf(key), mapping);
      case Node other -> {
        problem(key, "is " + other.shown() + ", expected a group of keys.");
        yield silent(key);
      }
    };
  }

  /** A list of groups; empty where it is absent. */
  public List<Section> sections(String key) {
    return switch (find(key).orElse(new Sequence(List.of(), line))) {
      case Sequence sequence -> {
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
          item(key, i, sequence.items().get(i)).ifPresent(sections::add);
        }
        yield List.copyOf(sections);
      }
      case Node other -> {
        problem(key, "is " + other.shown() + ", expected a list (lines that begin with \"- \").");
        yield List.of();
      }
    };
  }

  /** Reports something wrong about a key: {@code words} follow its path. */
  public void problem(String key, String words) {
    report(lineOf(key), pathOf(key) + " " + words);
  }

  /** Reports something wrong about the whole group. */
  public void problem(String words) {
    report(line, path.isEmpty() ? words : path + ": " + words);
  }

  /**
   * Ends the reading of the group.
   *
   * @param recipe called only when all was well; its {@link IllegalArgumentException} becomes a
   *     problem of the group
   * @return nothing when something was wrong
   */
  public <T> Optional<T> build(Supplier<T> recipe) {
    reportUnknownKeys();
    if (!sound) {
      return Optional.empty();
    }
    try {
      return Optional.of(recipe.get());
    } catch (IllegalArgumentException refused) {
      problem(String.valueOf(refused.getMessage()));
      return Optional.empty();
    }
  }

  private void reportUnknownKeys() {
    for (Entry entry : entries.values()) {
      if (!asked.contains(entry.key())) {
        String known = asked.isEmpty() ? "No key is." : "Known: " + String.join(", ", asked) + ".";
        report(
            entry.line(),
            pathOf(entry.key())
                + " is not a known key. "
                + NearestName.hint(entry.key(), asked).orElse(known));
      }
    }
  }

  private <T> T convert(Node node, int at, String where, Kind<T> kind) {
    if (node instanceof Scalar scalar && !scalar.isBlank()) {
      RawValue raw = new RawValue(scalar.text(), scalar.quoted());
      Optional<T> value = kind.parser().apply(raw);
      if (value.isPresent()) {
        return value.get();
      }
      report(at, refusal(node, where, kind) + kind.hint().apply(raw).map(h -> " " + h).orElse(""));
    } else {
      report(at, refusal(node, where, kind));
    }
    return kind.placeholder();
  }

  private static String refusal(Node node, String where, Kind<?> kind) {
    return where + " is " + node.shown() + ", expected " + kind.expected() + ".";
  }

  private Optional<Section> item(String key, int index, Node node) {
    if (node instanceof Mapping mapping) {
      return Optional.of(child(itemPath(key, index), mapping));
    }
    report(
        node.line(), itemPath(key, index) + " is " + node.shown() + ", expected a group of keys.");
    return Optional.empty();
  }

  /** Stands in for a group that is none: one problem says enough, and nothing is built of it. */
  private Section silent(String key) {
    Section section =
        new Section(
            file,
            new Problems(),
            Optional.of(this),
            pathOf(key),
            new Mapping(List.of(), lineOf(key)));
    section.sound = false;
    return section;
  }

  private Section child(String childPath, Mapping node) {
    return new Section(file, problems, Optional.of(this), childPath, node);
  }

  private Optional<Node> find(String key) {
    asked.add(key);
    return Optional.ofNullable(entries.get(key))
        .map(Entry::value)
        .filter(node -> !(node instanceof Scalar scalar && scalar.isBlank()));
  }

  private String pathOf(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private String itemPath(String key, int index) {
    return pathOf(key) + "[" + (index + 1) + "]";
  }

  private void report(int at, String text) {
    problems.add(file, at, text);
    markUnsound();
  }

  private void markUnsound() {
    sound = false;
    parent.ifPresent(Section::markUnsound);
  }
}
