package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.Range;
import java.time.Instant;
import java.util.Optional;

/** The schedule that a vehicle chose over ISO 15118. */
public record NotifyEVChargingSchedule(
    Instant timeBase,
    ChargingScheduleType chargingSchedule,
    @Range(min = 1) int evseId,
    @Range(min = 0) Optional<Integer> selectedChargingScheduleId,
    Optional<Boolean> powerToleranceAcceptance) {

  /** The answer. */
  public record Response(GenericStatus status, Optional<StatusInfoType> statusInfo) {}
}
