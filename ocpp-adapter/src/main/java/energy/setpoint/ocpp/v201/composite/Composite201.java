package energy.setpoint.ocpp.v201.composite;

import energy.setpoint.ocpp.composite.CompositeAnswer;
import energy.setpoint.ocpp.composite.CompositeDialect;
import energy.setpoint.ocpp.composite.CompositeRules;
import energy.setpoint.ocpp.composite.CompositeSchedule;
import energy.setpoint.ocpp.composite.profile.ChargingProfile;
import energy.setpoint.ocpp.composite.profile.PhaseValues;
import energy.setpoint.ocpp.composite.profile.SchedulePeriod;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.payload.UnknownFields;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.v201.wire.ChargingSchedulePeriodType;
import energy.setpoint.ocpp.v201.wire.NotifyChargingLimit;
import energy.setpoint.ocpp.v201.wire.SetChargingProfile;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Composite schedules of OCPP 2.0.1. */
public final class Composite201 implements CompositeDialect {

  @Override
  public String version() {
    return "2.0.1";
  }

  @Override
  public CompositeRules rules() {
    return CompositeRules201.RULES;
  }

  @Override
  public ChargingProfile readProfile(JsonNode setChargingProfile) throws RpcException {
    SetChargingProfile message = Payloads.read(SetChargingProfile.class, setChargingProfile);
    return Profiles201.of(message.evseId(), message.chargingProfile());
  }

  @Override
  public List<String> unknownInProfile(JsonNode setChargingProfile) {
    return UnknownFields.in(SetChargingProfile.class, setChargingProfile);
  }

  @Override
  public List<String> unknownInChargingLimit(JsonNode notifyChargingLimit) {
    return UnknownFields.in(NotifyChargingLimit.class, notifyChargingLimit);
  }

  @Override
  public List<ChargingProfile> readChargingLimit(
      JsonNode notifyChargingLimit, Instant received, int id) throws RpcException {
    NotifyChargingLimit message = Payloads.read(NotifyChargingLimit.class, notifyChargingLimit);
    return Profiles201.of(message, received, id).stream().toList();
  }

  /** The fields of {@code GetCompositeScheduleResponse}. */
  @Override
  public ObjectNode write(CompositeAnswer answer) {
    ObjectNode response = Payloads.empty();
    switch (answer) {
      case CompositeAnswer.Rejected(String code, String reason) -> {
        response.put("status", "Rejected");
        response.putObject("statusInfo").put("reasonCode", code).put("additionalInfo", reason);
      }
      case CompositeAnswer.Accepted(CompositeSchedule composite) -> {
        response.put("status", "Accepted");
        ObjectNode schedule = response.putObject("schedule");
        schedule.put("evseId", composite.evseId());
        schedule.put("duration", composite.durationSeconds());
        schedule.put("scheduleStart", composite.start().toString());
        schedule.put("chargingRateUnit", composite.unit().name());
        ArrayNode periods = schedule.putArray("chargingSchedulePeriod");
        composite.periods().forEach(period -> periods.add(Payloads.write(wire(period))));
      }
    }
    return response;
  }

  private static ChargingSchedulePeriodType wire(SchedulePeriod period) {
    double limit = period.limit().map(PhaseValues::value).orElseThrow();
    return new ChargingSchedulePeriodType(
        period.startPeriod(),
        BigDecimal.valueOf(limit),
        period.numberPhases(),
        period.phaseToUse());
  }
}
