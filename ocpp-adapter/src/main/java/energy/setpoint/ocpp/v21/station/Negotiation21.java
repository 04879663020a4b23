package energy.setpoint.ocpp.v21.station;

import energy.setpoint.core.event.PriorityChanged;
import energy.setpoint.core.event.ScheduleAnnounced;
import energy.setpoint.core.event.StationEvent;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.ocpp.dialect.Handled;
import energy.setpoint.ocpp.dialect.StationContext;
import energy.setpoint.ocpp.dialect.profile.ProfilePlan;
import energy.setpoint.ocpp.dialect.schedule.AnnouncedSchedule;
import energy.setpoint.ocpp.dialect.schedule.AnnouncedSchedule.Step;
import energy.setpoint.ocpp.dialect.trait.StationTraits.RateUnit;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.v21.intent.DynamicUpdates21;
import energy.setpoint.ocpp.v21.wire.ChargingProfileStatus;
import energy.setpoint.ocpp.v21.wire.ChargingRateUnit;
import energy.setpoint.ocpp.v21.wire.ChargingSchedulePeriodType;
import energy.setpoint.ocpp.v21.wire.ChargingScheduleType;
import energy.setpoint.ocpp.v21.wire.ChargingScheduleUpdateType;
import energy.setpoint.ocpp.v21.wire.GenericStatus;
import energy.setpoint.ocpp.v21.wire.NotifyEVChargingSchedule;
import energy.setpoint.ocpp.v21.wire.NotifyPriorityCharging;
import energy.setpoint.ocpp.v21.wire.PullDynamicScheduleUpdate;
import energy.setpoint.ocpp.v21.wire.StatusInfoType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a station says and asks of a transaction's profiles in OCPP 2.1. */
public final class Negotiation21 {

  private static final Logger LOG = LoggerFactory.getLogger(Negotiation21.class);

  private Negotiation21() {}

  /**
   * Rejected when the vehicle plans more than it was offered (K15.FR.12, K17.FR.12, K18.FR.12). In
   * dynamic control a station announces what it was told (K19.FR.10), which is not more.
   */
  static Handled schedule(NotifyEVChargingSchedule message, StationContext context) {
    Optional<ScheduleAnnounced> announced = announced(message, context).compare(context);
    boolean excessive = announced.flatMap(ScheduleAnnounced::excess).isPresent();
    var answer =
        new NotifyEVChargingSchedule.Response(
            excessive ? GenericStatus.Rejected : GenericStatus.Accepted, Optional.empty());
    return new Handled(
        Payloads.write(answer), announced.<StationEvent>map(it -> it).stream().toList());
  }

  private static AnnouncedSchedule announced(
      NotifyEVChargingSchedule message, StationContext context) {
    ChargingScheduleType schedule = message.chargingSchedule();
    return new AnnouncedSchedule(
        new EvseRef(context.station(), message.evseId()),
        schedule.chargingRateUnit() == ChargingRateUnit.A ? RateUnit.A : RateUnit.W,
        schedule.chargingSchedulePeriod().stream()
            .map(period -> step(period, schedule.chargingRateUnit(), message.timeBase()))
            .toList(),
        message.selectedChargingScheduleId().map(OptionalInt::of).orElse(OptionalInt.empty()));
  }

  /** A plan is told as limits, or as setpoints where it was offered as such. */
  private static Step step(
      ChargingSchedulePeriodType period, ChargingRateUnit unit, Instant timeBase) {
    List<BigDecimal> phases =
        period.limit().isPresent()
            ? present(period.limit(), period.limit_L2(), period.limit_L3())
            : present(period.setpoint(), period.setpoint_L2(), period.setpoint_L3());
    Optional<BigDecimal> value =
        unit == ChargingRateUnit.A
            ? phases.stream().max(BigDecimal::compareTo)
            : phases.stream().reduce(BigDecimal::add);
    return new Step(timeBase.plusSeconds(period.startPeriod()), value.orElse(BigDecimal.ZERO));
  }

  @SafeVarargs
  private static List<BigDecimal> present(Optional<BigDecimal>... values) {
    return Stream.of(values).flatMap(Optional::stream).toList();
  }

  /** K28.FR.07, K28.FR.12. */
  static Handled pull(PullDynamicScheduleUpdate message, StationContext context) {
    Optional<ChargingScheduleUpdateType> update =
        ProfilePlan.findEvse(message.chargingProfileId(), context.station())
            .flatMap(context::findWanted)
            .flatMap(wanted -> DynamicUpdates21.find(wanted, context));
    var answer =
        update
            .map(values ->
                new PullDynamicScheduleUpdate.Response(
                    ChargingProfileStatus.Accepted, Optional.of(values), Optional.empty()))
            .orElseGet(() ->
                new PullDynamicScheduleUpdate.Response(
                    ChargingProfileStatus.Rejected,
                    Optional.empty(),
                    Optional.of(new StatusInfoType("InvalidProfile", Optional.empty()))));
    return new Handled(Payloads.write(answer), List.of());
  }

  /** K21.FR.09, K22.FR.06. */
  static Handled priority(NotifyPriorityCharging message, StationContext context) {
    Optional<EvseRef> evse = context.findEvse(message.transactionId());
    if (evse.isEmpty()) {
      LOG.warn(
          "{} switches the priority of transaction {}, which is not known to run.",
          context.station(),
          message.transactionId());
    }
    List<StationEvent> events =
        evse
            .<StationEvent>map(at ->
                new PriorityChanged(
                    at, context.now(), message.transactionId(), message.activated()))
            .stream()
            .toList();
    return new Handled(Payloads.empty(), events);
  }
}
