package energy.setpoint.ocpp.v21.wire;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** A station asks for the present values of a Dynamic profile. */
public record PullDynamicScheduleUpdate(int chargingProfileId) {

  /** The answer. */
  public record Response(
      ChargingProfileStatus status,
      Optional<ObjectNode> scheduleUpdate,
      Optional<StatusInfoType> statusInfo) {}
}
