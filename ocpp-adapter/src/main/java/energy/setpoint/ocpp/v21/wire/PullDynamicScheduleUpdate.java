package energy.setpoint.ocpp.v21.wire;

import java.util.Optional;

/** A station asks for the present values of a Dynamic profile. */
public record PullDynamicScheduleUpdate(int chargingProfileId) {

  /** The answer. */
  public record Response(
      ChargingProfileStatus status,
      Optional<ChargingScheduleUpdateType> scheduleUpdate,
      Optional<StatusInfoType> statusInfo) {}
}
