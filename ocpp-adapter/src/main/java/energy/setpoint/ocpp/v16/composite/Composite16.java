package energy.setpoint.ocpp.v16.composite;

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
import energy.setpoint.ocpp.rpc.frame.RpcErrorCode;
import energy.setpoint.ocpp.v16.wire.SetChargingProfile;
import energy.setpoint.ocpp.v16.wire.SetChargingProfile.ChargingRateUnit;
import energy.setpoint.ocpp.v16.wire.SetChargingProfile.ChargingSchedule;
import energy.setpoint.ocpp.v16.wire.SetChargingProfile.ChargingSchedulePeriod;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Composite schedules of OCPP 1.6. A connector is an EVSE. */
public final class Composite16 implements CompositeDialect {

  @Override
  public String version() {
    return "1.6";
  }

  @Override
  public CompositeRules rules() {
    return CompositeRules16.RULES;
  }

  @Override
  public ChargingProfile readProfile(JsonNode setChargingProfile) throws RpcException {
    return Profiles16.of(Payloads.read(SetChargingProfile.class, setChargingProfile));
  }

  @Override
  public List<String> unknownInProfile(JsonNode setChargingProfile) {
    return UnknownFields.in(SetChargingProfile.class, setChargingProfile);
  }

  /** The version has no such message. */
  @Override
  public List<String> unknownInChargingLimit(JsonNode notifyChargingLimit) {
    return List.of();
  }

  @Override
  public List<ChargingProfile> readChargingLimit(
      JsonNode notifyChargingLimit, Instant received, int id) throws RpcException {
    throw new RpcException(
        RpcErrorCode.NOT_IMPLEMENTED, "OCPP 1.6 has no message NotifyChargingLimit.");
  }

  /** The fields of {@code GetCompositeSchedule.conf} (section 6.22, errata 3.51 and 3.57). */
  @Override
  public ObjectNode write(CompositeAnswer answer) {
    ObjectNode conf = Payloads.empty();
    switch (answer) {
      case CompositeAnswer.Rejected rejected -> conf.put("status", "Rejected");
      case CompositeAnswer.Accepted(CompositeSchedule schedule) -> {
        conf.put("status", "Accepted");
        conf.put("connectorId", schedule.evseId());
        conf.put("scheduleStart", schedule.start().toString());
        conf.set("chargingSchedule", Payloads.write(wire(schedule)));
      }
    }
    return conf;
  }

  private static ChargingSchedule wire(CompositeSchedule schedule) {
    return new ChargingSchedule(
        ChargingRateUnit.valueOf(schedule.unit().name()),
        schedule.periods().stream().map(Composite16::wire).toList(),
        Optional.of(schedule.durationSeconds()),
        Optional.empty(),
        Optional.empty());
  }

  private static ChargingSchedulePeriod wire(SchedulePeriod period) {
    double limit = period.limit().map(PhaseValues::value).orElseThrow();
    return new ChargingSchedulePeriod(
        period.startPeriod(), BigDecimal.valueOf(limit), period.numberPhases());
  }
}
