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
      pointer.append(name == null ? "/" + step.getIndex() : step(name));
    }
    return pointer.toString();
  }

  /** A key as a step of a pointer. */
  static String step(String key) {
    return "/" + key.replace("~", "~0").replace("/", "~1");
  }
}
