package energy.setpoint.ocpp.v16.wire;

import energy.setpoint.ocpp.v16.wire.SetChargingProfile.ChargingRateUnit;
import energy.setpoint.ocpp.v16.wire.SetChargingProfile.ChargingSchedule;
import java.time.Instant;
import java.util.Optional;

/** Asks for what a station makes of all profiles together. */
public record GetCompositeSchedule(
    int connectorId, int duration, Optional<ChargingRateUnit> chargingRateUnit) {

  /** The answer. */
  public record Response(
      GetCompositeScheduleStatus status,
      Optional<Integer> connectorId,
      Optional<Instant> scheduleStart,
      Optional<ChargingSchedule> chargingSchedule) {}

  /** In {@link GetCompositeSchedule}. */
  public enum GetCompositeScheduleStatus {
    Accepted,
    Rejected
  }
}
