package energy.setpoint.ocpp.v21.wire;

import java.time.Instant;

/** A station is alive and asks for the time. */
public record Heartbeat() {

  /** The answer. */
  public record Response(Instant currentTime) {}
}
