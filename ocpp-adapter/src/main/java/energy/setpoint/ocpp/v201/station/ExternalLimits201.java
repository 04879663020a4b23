package energy.setpoint.ocpp.v201.station;

import energy.setpoint.core.event.ExternalLimit.Period;
import energy.setpoint.core.event.ExternalLimitEvent;
import energy.setpoint.core.event.StationEvent;
import energy.setpoint.ocpp.dialect.Handled;
import energy.setpoint.ocpp.dialect.StationContext;
import energy.setpoint.ocpp.dialect.schedule.AnnouncedLimits;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.v201.wire.ChargingRateUnit;
import energy.setpoint.ocpp.v201.wire.ChargingScheduleType;
import energy.setpoint.ocpp.v201.wire.ClearedChargingLimit;
import energy.setpoint.ocpp.v201.wire.NotifyChargingLimit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Limits that somebody else put on the station (use cases K11 to K13). */
public final class ExternalLimits201 {

  private ExternalLimits201() {}

  static Handled announced(NotifyChargingLimit message, StationContext context)
      throws RpcException {
    var limit = message.chargingLimit();
    return noted(
        new ExternalLimitEvent.Announced(
            context.station(),
            context.now(),
            AnnouncedLimits.evse(message.evseId()),
            AnnouncedLimits.limit(
                limit.chargingLimitSource(),
                limit.isGridCritical().orElse(false),
                false,
                message.chargingSchedule().orElse(List.of()).stream()
                    .map(schedule -> periods(schedule, context.now()))
                    .toList())));
  }

  static Handled cleared(ClearedChargingLimit message, StationContext context) throws RpcException {
    return noted(
        new ExternalLimitEvent.Cleared(
            context.station(),
            context.now(),
            AnnouncedLimits.evse(message.evseId()),
            message.chargingLimitSource()));
  }

  private static Handled noted(StationEvent event) {
    return new Handled(Payloads.empty(), List.of(event));
  }

  /** A schedule that does not say when it starts holds from now. */
  private static List<Period> periods(ChargingScheduleType schedule, Instant now) {
    return AnnouncedLimits.periods(
        schedule.chargingRateUnit() == ChargingRateUnit.A,
        schedule.startSchedule().orElse(now),
        schedule.duration(),
        schedule.chargingSchedulePeriod().stream()
            .map(period ->
                new AnnouncedLimits.Step(period.startPeriod(), Optional.of(period.limit())))
            .toList());
  }
}
