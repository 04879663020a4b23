package energy.setpoint.ocpp.v201.wire;

import energy.setpoint.ocpp.payload.Items;
import energy.setpoint.ocpp.payload.OneOf;
import java.util.List;
import java.util.Optional;

/** A limit from outside holds at a station. */
public record NotifyChargingLimit(
    ChargingLimitType chargingLimit,
    @Items(min = 1) Optional<List<ChargingScheduleType>> chargingSchedule,
    Optional<Integer> evseId) {

  /** Part of {@link NotifyChargingLimit}. */
  public record ChargingLimitType(
      @OneOf({"EMS", "Other", "SO", "CSO"}) String chargingLimitSource,
      Optional<Boolean> isGridCritical) {}
}
