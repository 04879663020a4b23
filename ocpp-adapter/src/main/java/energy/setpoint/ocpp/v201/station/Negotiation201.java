package energy.setpoint.ocpp.v201.station;

import energy.setpoint.core.event.ScheduleAnnounced;
import energy.setpoint.core.event.StationEvent;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.ocpp.dialect.Handled;
import energy.setpoint.ocpp.dialect.StationContext;
import energy.setpoint.ocpp.dialect.schedule.AnnouncedSchedule;
import energy.setpoint.ocpp.dialect.schedule.AnnouncedSchedule.Step;
import energy.setpoint.ocpp.dialect.trait.StationTraits.RateUnit;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.v201.wire.ChargingRateUnit;
import energy.setpoint.ocpp.v201.wire.ChargingScheduleType;
import energy.setpoint.ocpp.v201.wire.GenericStatus;
import energy.setpoint.ocpp.v201.wire.NotifyEVChargingSchedule;
import java.util.Optional;
import java.util.OptionalInt;

/** What a vehicle plans within the profile of its transaction in OCPP 2.0.1. */
public final class Negotiation201 {

  private Negotiation201() {}

  /** Rejected when the vehicle plans more than it was offered (K15.FR.12, K17.FR.12). */
  static Handled schedule(NotifyEVChargingSchedule message, StationContext context) {
    Optional<ScheduleAnnounced> announced = announced(message, context).compare(context);
    boolean excessive = announced.flatMap(ScheduleAnnounced::excess).isPresent();
    var answer =
        new NotifyEVChargingSchedule.Response(
            excessive ? GenericStatus.Rejected : GenericStatus.Accepted, Optional.empty());
    return new Handled(
        Payloads.write(answer), announced.<StationEvent>map(it -> it).stream().toList());
  }

  /** The chosen schedule is the one that the announced one is named after (K15.FR.19). */
  private static AnnouncedSchedule announced(
      NotifyEVChargingSchedule message, StationContext context) {
    ChargingScheduleType schedule = message.chargingSchedule();
    return new AnnouncedSchedule(
        new EvseRef(context.station(), message.evseId()),
        schedule.chargingRateUnit() == ChargingRateUnit.A ? RateUnit.A : RateUnit.W,
        schedule.chargingSchedulePeriod().stream()
            .map(period ->
                new Step(message.timeBase().plusSeconds(period.startPeriod()), period.limit()))
            .toList(),
        OptionalInt.of(schedule.id()));
  }
}
