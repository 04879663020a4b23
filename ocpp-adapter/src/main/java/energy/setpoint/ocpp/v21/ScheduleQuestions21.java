package energy.setpoint.ocpp.v21;

import energy.setpoint.core.port.ScheduleAnswer;
import energy.setpoint.core.port.ScheduleQuestion;
import energy.setpoint.ocpp.dialect.OutboundCall;
import energy.setpoint.ocpp.dialect.ScheduleQuestions;
import energy.setpoint.ocpp.dialect.schedule.ReportedRates;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.dialect.trait.StationTraits.RateUnit;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.v21.wire.ChargingRateUnit;
import energy.setpoint.ocpp.v21.wire.GenericStatus;
import energy.setpoint.ocpp.v21.wire.GetCompositeSchedule;
import energy.setpoint.ocpp.v21.wire.GetCompositeSchedule.CompositeScheduleType;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a 2.1 station holds an EVSE to (K08). */
final class ScheduleQuestions21 implements ScheduleQuestions {

  @Override
  public OutboundCall ask(ScheduleQuestion question, StationTraits traits) {
    var unit = ChargingRateUnit.valueOf(ReportedRates.unitOf(traits).name());
    var ask =
        new GetCompositeSchedule(
            Math.toIntExact(question.ahead().toSeconds()),
            Optional.of(unit),
            question.evse().number());
    return new OutboundCall("GetCompositeSchedule", Payloads.write(ask));
  }

  @Override
  public ScheduleAnswer read(ScheduleQuestion question, StationTraits traits, JsonNode response)
      throws RpcException {
    var answer = Payloads.read(GetCompositeSchedule.Response.class, response);
    if (answer.status() == GenericStatus.Rejected) {
      return new ScheduleAnswer.Refused(
          "Rejected" + answer.statusInfo().map(info -> ": " + info.reasonCode()).orElse(""));
    }
    return answer
        .schedule()
        .map(schedule -> schedule(question, traits, schedule))
        .orElseGet(() -> new ScheduleAnswer.Senseless("Accepted, but without a schedule."));
  }

  private static ScheduleAnswer schedule(
      ScheduleQuestion question, StationTraits traits, CompositeScheduleType schedule) {
    if (schedule.evseId() != question.evse().number()) {
      return new ScheduleAnswer.Senseless("The schedule is of EVSE " + schedule.evseId() + ".");
    }
    if (schedule.chargingSchedulePeriod().stream().anyMatch(PeriodReading21::isAbsurd)) {
      return new ScheduleAnswer.Senseless("A rate has the wrong sign or is beyond all measure.");
    }
    var unit = RateUnit.valueOf(schedule.chargingRateUnit().name());
    var periods = new PeriodReading21(new ReportedRates(question, traits, unit));
    return ReportedRates.schedule(
        schedule.scheduleStart(),
        schedule.chargingSchedulePeriod().stream().map(periods::step).toList());
  }
}
