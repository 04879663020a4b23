package energy.setpoint.der.template;

import java.time.Duration;
import java.util.Set;

/**
 * How a device model is read and commanded.
 *
 * @param name the file name without its ending
 * @param period between two reads, or between two messages of a device that speaks by itself; site
 *     time
 * @param staleAfter how long a reading may be believed; site time, longer than the period
 */
public record DeviceTemplate(
    String name,
    String description,
    DeviceKind kind,
    Duration period,
    Duration staleAfter,
    Transport transport) {

  /** What the device can do for the site, what it measures first. */
  public Set<Capability> capabilities() {
    return Capability.of(kind, transport);
  }
}
