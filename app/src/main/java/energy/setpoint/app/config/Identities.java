package energy.setpoint.app.config;

import energy.setpoint.app.config.document.Kind;
import energy.setpoint.app.config.document.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Ids that may occur only once in a file, whatever they name. */
final class Identities {

  /** What OCPP 2.1 part 4 allows in a station's identity. */
  static final String EXPECTED =
      "a name of 1 to 48 letters, digits and * - _ = : + | @ . without spaces";

  private final Map<String, Integer> lines = new HashMap<>();

  /** Reads one id from a key and remembers it. */
  <T> T readNew(Section section, String key, T placeholder, Function<String, T> constructor) {
    T id = section.read(key, Kind.of(EXPECTED, placeholder, constructor));
    if (section.isSound()) {
      claim(section, key, id.toString());
    }
    return id;
  }

  /** Reads ids and ranges of ids from a list and remembers them. */
  <T> List<T> readAllNew(Section section, String key, Function<String, T> constructor) {
    Kind<List<T>> range =
        Kind.of(
            EXPECTED + ", or a range such as VAN-01..VAN-12",
            List.of(),
            text -> IdRange.expand(text).stream().map(constructor).toList());
    List<T> ids = new ArrayList<>();
    section.list(key, range).forEach(ids::addAll);
    ids.forEach(id -> claim(section, key, id.toString()));
    return List.copyOf(ids);
  }

  /** Remembers an id, and reports it when it was there before; case does not matter. */
  void claim(Section section, String key, String id) {
    Integer before = lines.putIfAbsent(id.toLowerCase(Locale.ROOT), section.lineOf(key));
    if (before != null) {
      section.problem(
          key, "is \"" + id + "\", but this id is already used in line " + before + ".");
    }
  }
}
