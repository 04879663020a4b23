package energy.setpoint.ocpp.v201;

import energy.setpoint.ocpp.dialect.OutboundCall;
import energy.setpoint.ocpp.dialect.ProfileQuestions;
import energy.setpoint.ocpp.dialect.profile.HeldProfile;
import energy.setpoint.ocpp.dialect.profile.HeldProfile.Purpose;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.v201.wire.ChargingProfilePurpose;
import energy.setpoint.ocpp.v201.wire.GetChargingProfiles;
import energy.setpoint.ocpp.v201.wire.GetChargingProfiles.ChargingLimitSource;
import energy.setpoint.ocpp.v201.wire.GetChargingProfiles.ChargingProfileCriterionType;
import energy.setpoint.ocpp.v201.wire.GetChargingProfiles.GetChargingProfileStatus;
import energy.setpoint.ocpp.v201.wire.ReportChargingProfiles;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Which profiles a station of 2.0.1 holds (K09). */
final class ProfileQuestions201 implements ProfileQuestions {

  /** K09.FR.03 wants a criterion; all sources that there are (K09) are one. */
  @Override
  public OutboundCall ask(int requestId) {
    var all =
        new ChargingProfileCriterionType(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(List.of(ChargingLimitSource.values())));
    return new OutboundCall(
        "GetChargingProfiles",
        Payloads.write(new GetChargingProfiles(requestId, Optional.empty(), all)));
  }

  @Override
  public boolean promisesReports(JsonNode response) throws RpcException {
    return Payloads.read(GetChargingProfiles.Response.class, response).status()
        == GetChargingProfileStatus.Accepted;
  }

  @Override
  public Optional<Part> findPart(String action, JsonNode payload) throws RpcException {
    if (!action.equals("ReportChargingProfiles")) {
      return Optional.empty();
    }
    var report = Payloads.read(ReportChargingProfiles.class, payload);
    List<HeldProfile> profiles =
        report.chargingProfile().stream()
            .map(it ->
                new HeldProfile(
                    report.evseId(),
                    it.id(),
                    it.stackLevel(),
                    purpose(it.chargingProfilePurpose()),
                    report.chargingLimitSource()))
            .toList();
    return Optional.of(new Part(report.requestId(), report.tbc().orElse(false), profiles));
  }

  private static Purpose purpose(ChargingProfilePurpose purpose) {
    return switch (purpose) {
      case ChargingStationExternalConstraints -> Purpose.EXTERNAL_CONSTRAINTS;
      case ChargingStationMaxProfile -> Purpose.STATION_MAXIMUM;
      case TxDefaultProfile -> Purpose.DEFAULT;
      case TxProfile -> Purpose.TRANSACTION;
    };
  }
}
