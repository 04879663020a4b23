package energy.setpoint.der.sunspec;

import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What a device says that it can do. */
final class Ratings {

  private Ratings() {}

  /** The first of some points of a layout that is above 0, in the unit of the point. */
  static OptionalDouble first(Discovery.Found found, ModelLayout layout, String... names) {
    return found.all(layout).stream()
        .flatMap(model -> Stream.of(names).map(model::value))
        .flatMapToDouble(OptionalDouble::stream)
        .filter(it -> it > 0)
        .findFirst();
  }
}
