package energy.setpoint.ocpp.composite.station;

import java.time.Instant;
import java.util.Optional;

/**
 * A time without a connection to the CSMS.
 *
 * @param from when it was lost
 * @param to when it came back; absent while it is not, and then nobody expects it
 */
public record Offline(Instant from, Optional<Instant> to) {

  public Offline {
    if (to.filter(end -> end.isBefore(from)).isPresent()) {
      throw new IllegalArgumentException("A time offline ends before it begins.");
    }
  }
}
