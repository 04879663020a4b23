package energy.setpoint.ocpp.meter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The list of what a station samples, as it stands in a setting. */
public final class SampledMeasurands {

  /** What the guard cannot do without; the other values are welcome. */
  private static final List<String> NEEDED = List.of("Current.Import", "Power.Active.Import");

  private SampledMeasurands() {}

  /**
   * The list with what the guard needs, and all that was in it.
   *
   * @return empty when nothing is missing
   */
  public static Optional<String> completed(String told) {
    List<String> list = new ArrayList<>(Arrays.asList(told.strip().split("\\s*,\\s*")));
    list.removeIf(String::isEmpty);
    List<String> missing =
        NEEDED.stream()
            .filter(needed -> list.stream().noneMatch(it -> it.equalsIgnoreCase(needed)))
            .toList();
    list.addAll(missing);
    return missing.isEmpty() ? Optional.empty() : Optional.of(String.join(",", list));
  }
}
