package energy.setpoint.ocpp.dialect.trait;

import java.util.Optional;

/**
 * One thing that a station told of itself, in the words of its version.
 *
 * @param name a configuration key of 1.6, or {@code Component.Variable} of 2.x with instances in
 *     brackets and {@code maxLimit} behind a colon
 * @param evse the EVSE that it is about; empty for the whole station
 */
public record Fact(String name, Optional<Integer> evse, String value) {

  /** About the whole station. */
  public static Fact of(String name, String value) {
    return new Fact(name, Optional.empty(), value);
  }
}
