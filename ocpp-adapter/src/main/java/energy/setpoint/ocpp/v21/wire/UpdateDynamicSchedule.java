package energy.setpoint.ocpp.v21.wire;

import java.util.Optional;

/** Changes the present values of a Dynamic profile. */
public record UpdateDynamicSchedule(
    int chargingProfileId, ChargingScheduleUpdateType scheduleUpdate) {

  /** The answer. */
  public record Response(ChargingProfileStatus status, Optional<StatusInfoType> statusInfo) {}
}
