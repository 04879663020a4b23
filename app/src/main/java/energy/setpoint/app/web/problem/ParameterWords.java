package energy.setpoint.app.web.problem;

import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what a parameter should have been. */
final class ParameterWords {

  private ParameterWords() {}

  static String expected(@Nullable Class<?> type) {
    if (type == null) {
      return "something else";
    } else if (type == Instant.class) {
      return "a time such as 2026-11-02T18:30:00Z";
    } else if (type == int.class || type == Integer.class || type == long.class) {
      return "a whole number";
    } else if (type == double.class || type == Double.class) {
      return "a number";
    } else if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    } else if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(Object::toString)
              .collect(Collectors.joining(", "));
    }
    return "a text";
  }
}
