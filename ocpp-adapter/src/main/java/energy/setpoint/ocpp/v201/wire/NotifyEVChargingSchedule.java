package energy.setpoint.ocpp.v201.wire;

import java.time.Instant;
import java.util.Optional;

/** The schedule that a vehicle chose over ISO 15118. */
public record NotifyEVChargingSchedule(
    Instant timeBase, ChargingScheduleType chargingSchedule, int evseId) {

  /** The answer. */
  public record Response(GenericStatus status, Optional<StatusInfoType> statusInfo) {}
}
