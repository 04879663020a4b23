package energy.setpoint.app.plan.json;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamContext;

/** Places in a document as URI fragments with JSON pointers. */
final class Pointers {

  private Pointers() {}

  static String of(TokenStreamContext context) {
    return "#" + context.pathAsPointer();
  }

  static String of(List<JacksonException.Reference> path) {
    StringBuilder pointer = new StringBuilder("#");
    for (JacksonException.Reference step : path) {
      String name = step.getPropertyName();
      pointer.append('/').append(name == null ? String.valueOf(step.getIndex()) : escaped(name));
    }
    return pointer.toString();
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
