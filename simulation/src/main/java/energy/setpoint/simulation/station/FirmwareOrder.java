package energy.setpoint.simulation.station;

import energy.setpoint.simulation.station.line.Call;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * New firmware, as the engine wants it (L01, L02).
 *
 * @param location where it lies; its last part becomes the version
 * @param retrieve when to load it; at once when empty
 * @param install when to install it; as soon as possible when empty
 * @param signed whether there is a signature to check
 * @param told the message for a status; empty where the version has no such status
 */
public record FirmwareOrder(
    String location,
    Optional<Instant> retrieve,
    Optional<Instant> install,
    boolean signed,
    Function<String, Optional<Call>> told) {

  private static final int LONGEST_VERSION = 50;

  /** Such as {@code fw-2.1} for {@code https://example.org/fw-2.1.bin}. */
  String version() {
    String file = location.substring(location.lastIndexOf('/') + 1).replaceFirst("\\.\\w+$", "");
    return file.substring(0, Math.min(LONGEST_VERSION, file.length()));
  }
}
