package energy.setpoint.der.device;

import energy.setpoint.core.reading.DeviceReading;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.der.template.DeviceTemplate;
import energy.setpoint.der.template.Measured;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether quantities make a reading that may be acted upon. */
public sealed interface ReadingVerdict {

  /** They do. */
  record Believed(DeviceReading reading) implements ReadingVerdict {}

  /** A quantity is missing or impossible. */
  record Refused(String reason) implements ReadingVerdict {}

  /**
   * Judges what a device measured.
   *
   * @param quantities in watts, amperes and as a fraction, load convention; values that the device
   *     does not have are missing
   */
  static ReadingVerdict of(
      DeviceTemplate template,
      DeviceId device,
      Instant at,
      Instant validUntil,
      Map<Measured, Double> quantities) {
    String missing =
        template.transport().measured().stream()
            .filter(it -> !quantities.containsKey(it))
            .map(Measured::key)
            .sorted()
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      return new Refused("no value for " + missing);
    }
    try {
      return new Believed(Readings.of(template.kind(), device, at, validUntil, quantities));
    } catch (IllegalArgumentException e) {
      return new Refused("an impossible value: " + e.getMessage());
    }
  }
}
