package energy.setpoint.ocpp.v16;

import energy.setpoint.core.port.ReportedSchedule;
import energy.setpoint.core.port.ScheduleAnswer;
import energy.setpoint.core.port.ScheduleQuestion;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.ocpp.dialect.OutboundCall;
import energy.setpoint.ocpp.dialect.ScheduleQuestions;
import energy.setpoint.ocpp.dialect.schedule.ReportedRates;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.dialect.trait.StationTraits.RateUnit;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.v16.wire.GetCompositeSchedule;
import energy.setpoint.ocpp.v16.wire.GetCompositeSchedule.GetCompositeScheduleStatus;
import energy.setpoint.ocpp.v16.wire.SetChargingProfile.ChargingRateUnit;
import energy.setpoint.ocpp.v16.wire.SetChargingProfile.ChargingSchedule;
import energy.setpoint.ocpp.v16.wire.SetChargingProfile.ChargingSchedulePeriod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a 1.6 station holds a connector to (section 5.7). */
final class ScheduleQuestions16 implements ScheduleQuestions {

  @Override
  public OutboundCall ask(ScheduleQuestion question, StationTraits traits) {
    var unit = ChargingRateUnit.valueOf(ReportedRates.unitOf(traits).name());
    var ask =
        new GetCompositeSchedule(
            question.evse().number(),
            Math.toIntExact(question.ahead().toSeconds()),
            Optional.of(unit));
    return new OutboundCall("GetCompositeSchedule", Payloads.write(ask));
  }

  @Override
  public ScheduleAnswer read(ScheduleQuestion question, StationTraits traits, JsonNode response)
      throws RpcException {
    var answer = Payloads.read(GetCompositeSchedule.Response.class, response);
    if (answer.status() == GetCompositeScheduleStatus.Rejected) {
      return new ScheduleAnswer.Refused("Rejected");
    }
    Optional<Instant> start = answer.scheduleStart();
    Optional<ChargingSchedule> schedule = answer.chargingSchedule();
    if (start.isEmpty() || schedule.isEmpty()) {
      return new ScheduleAnswer.Senseless("Accepted, but without a schedule and its start.");
    }
    if (answer.connectorId().filter(id -> id != question.evse().number()).isPresent()) {
      return new ScheduleAnswer.Senseless("The schedule is of connector " + answer.connectorId());
    }
    return schedule(question, traits, start.get(), schedule.get());
  }

  private static ScheduleAnswer schedule(
      ScheduleQuestion question, StationTraits traits, Instant start, ChargingSchedule schedule) {
    List<ChargingSchedulePeriod> periods = schedule.chargingSchedulePeriod();
    boolean absurd =
        periods.stream()
            .map(ChargingSchedulePeriod::limit)
            .anyMatch(limit -> limit.signum() < 0 || ReportedRates.isAbsurd(Optional.of(limit)));
    if (absurd) {
      return new ScheduleAnswer.Senseless("A limit is negative or beyond all measure.");
    }
    var unit = RateUnit.valueOf(schedule.chargingRateUnit().name());
    var rates = new ReportedRates(question, traits, unit);
    return ReportedRates.schedule(
        start,
        periods.stream()
            .map(period ->
                new ReportedSchedule.Step(
                    Duration.ofSeconds(period.startPeriod()),
                    rates.perPhase(period.limit()),
                    Current.ZERO))
            .toList());
  }
}
