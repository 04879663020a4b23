package energy.setpoint.ocpp.v21.station;

import energy.setpoint.core.event.ExternalLimit.Period;
import energy.setpoint.core.event.ExternalLimitEvent;
import energy.setpoint.core.event.StationEvent;
import energy.setpoint.ocpp.dialect.Handled;
import energy.setpoint.ocpp.dialect.StationContext;
import energy.setpoint.ocpp.dialect.schedule.AnnouncedLimits;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.v21.wire.ChargingRateUnit;
import energy.setpoint.ocpp.v21.wire.ChargingSchedulePeriodType;
import energy.setpoint.ocpp.v21.wire.ChargingScheduleType;
import energy.setpoint.ocpp.v21.wire.ClearedChargingLimit;
import energy.setpoint.ocpp.v21.wire.NotifyChargingLimit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Limits that somebody else put on the station (use cases K11 to K13). */
public final class ExternalLimits21 {

  private ExternalLimits21() {}

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
                limit.isLocalGeneration().orElse(false),
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
    boolean amperes = schedule.chargingRateUnit() == ChargingRateUnit.A;
    return AnnouncedLimits.periods(
        amperes,
        schedule.startSchedule().orElse(now),
        schedule.duration(),
        schedule.chargingSchedulePeriod().stream()
            .map(period ->
                new AnnouncedLimits.Step(
                    period.startPeriod(), amperes ? highest(period) : sum(period)))
            .toList());
  }

  /** Where each phase has a limit of its own, the highest bounds each of them. */
  private static Optional<BigDecimal> highest(ChargingSchedulePeriodType period) {
    return Stream.of(period.limit(), period.limit_L2(), period.limit_L3())
        .flatMap(Optional::stream)
        .max(BigDecimal::compareTo);
  }

  /** The first value is the sum of all phases, unless the others are there too. */
  private static Optional<BigDecimal> sum(ChargingSchedulePeriodType period) {
    return period
        .limit()
        .map(first ->
            first
                .add(period.limit_L2().orElse(BigDecimal.ZERO))
                .add(period.limit_L3().orElse(BigDecimal.ZERO)));
  }
}
