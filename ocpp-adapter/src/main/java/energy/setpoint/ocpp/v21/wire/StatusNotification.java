package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.Range;
import java.time.Instant;

/** A connector changed its state. */
public record StatusNotification(
    Instant timestamp,
    ConnectorStatus connectorStatus,
    @Range(min = 0) int evseId,
    @Range(min = 0) int connectorId) {

  /** In {@link StatusNotification}. */
  public enum ConnectorStatus {
    Available,
    Occupied,
    Reserved,
    Unavailable,
    Faulted
  }
}
