package energy.setpoint.ocpp.v21.wire;

import java.time.Instant;
import java.util.Optional;

/** Passes on the signal of the grid operator's automatic frequency restoration reserve. */
public record AFRRSignal(Instant timestamp, int signal) {

  /** The answer. */
  public record Response(GenericStatus status, Optional<StatusInfoType> statusInfo) {}
}
