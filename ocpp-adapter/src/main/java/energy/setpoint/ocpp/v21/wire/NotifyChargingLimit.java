package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.Items;
import energy.setpoint.ocpp.payload.Length;
import energy.setpoint.ocpp.payload.Range;
import java.util.List;
import java.util.Optional;

/** A limit from outside holds at a station. */
public record NotifyChargingLimit(
    ChargingLimitType chargingLimit,
    @Items(min = 1) Optional<List<ChargingScheduleType>> chargingSchedule,
    @Range(min = 0) Optional<Integer> evseId) {

  /** Part of {@link NotifyChargingLimit}. */
  public record ChargingLimitType(
      @Length(20) String chargingLimitSource,
      Optional<Boolean> isLocalGeneration,
      Optional<Boolean> isGridCritical) {}
}
