package energy.setpoint.ocpp.v21.device;

import energy.setpoint.ocpp.devicemodel.DeviceModelWords;
import energy.setpoint.ocpp.devicemodel.ReportPart;
import energy.setpoint.ocpp.devicemodel.VariableValue;
import energy.setpoint.ocpp.dialect.OutboundCall;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.v21.wire.ComponentType;
import energy.setpoint.ocpp.v21.wire.EVSEType;
import energy.setpoint.ocpp.v21.wire.GenericDeviceModelStatus;
import energy.setpoint.ocpp.v21.wire.GetBaseReport;
import energy.setpoint.ocpp.v21.wire.GetVariables;
import energy.setpoint.ocpp.v21.wire.GetVariables.GetVariableDataType;
import energy.setpoint.ocpp.v21.wire.GetVariables.GetVariableResultType;
import energy.setpoint.ocpp.v21.wire.GetVariables.GetVariableStatus;
import energy.setpoint.ocpp.v21.wire.NotifyReport;
import energy.setpoint.ocpp.v21.wire.NotifyReport.ReportDataType;
import energy.setpoint.ocpp.v21.wire.NotifyReport.VariableCharacteristicsType;
import energy.setpoint.ocpp.v21.wire.TriggerMessage;
import energy.setpoint.ocpp.v21.wire.VariableType;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The device model in the words of OCPP 2.1. */
public final class DeviceModel21 implements DeviceModelWords {

  @Override
  public OutboundCall askForIntroduction() {
    return call(new TriggerMessage("BootNotification", Optional.empty(), Optional.empty()));
  }

  @Override
  public OutboundCall askForReport(int requestId) {
    return call(new GetBaseReport(requestId, "FullInventory"));
  }

  @Override
  public boolean promisesReport(JsonNode answer) throws RpcException {
    return Payloads.read(GetBaseReport.Response.class, answer).status()
        == GenericDeviceModelStatus.Accepted;
  }

  @Override
  public Optional<ReportPart> findReportPart(String action, JsonNode payload) throws RpcException {
    if (!action.equals("NotifyReport")) {
      return Optional.empty();
    }
    NotifyReport report = Payloads.read(NotifyReport.class, payload);
    List<VariableValue> values =
        report.reportData().orElse(List.of()).stream().map(DeviceModel21::value).toList();
    return Optional.of(
        new ReportPart(report.requestId(), report.seqNo(), report.tbc().orElse(false), values));
  }

  private static VariableValue value(ReportDataType data) {
    Optional<String> actual =
        data.variableAttribute().stream()
            .filter(attribute -> attribute.type().orElse("Actual").equals("Actual"))
            .flatMap(attribute -> attribute.value().stream())
            .findFirst();
    return new VariableValue(
        data.component().name(),
        data.component().evse().map(EVSEType::id),
        data.variable().name(),
        data.variable().instance(),
        actual,
        data.variableCharacteristics().flatMap(VariableCharacteristicsType::maxLimit));
  }

  @Override
  public OutboundCall askFor(List<Wanted> wanted) {
    return call(new GetVariables(wanted.stream().map(DeviceModel21::question).toList()));
  }

  private static GetVariableDataType question(Wanted wanted) {
    Optional<EVSEType> evse = wanted.evse().map(id -> new EVSEType(id, Optional.empty()));
    return new GetVariableDataType(
        new ComponentType(wanted.variable().component(), evse, Optional.empty()),
        new VariableType(wanted.variable().name(), wanted.variable().instance()),
        Optional.empty());
  }

  @Override
  public List<VariableValue> readValues(JsonNode answer) throws RpcException {
    return Payloads.read(GetVariables.Response.class, answer).getVariableResult().stream()
        .filter(result -> result.attributeStatus() == GetVariableStatus.Accepted)
        .map(DeviceModel21::value)
        .toList();
  }

  private static VariableValue value(GetVariableResultType result) {
    return new VariableValue(
        result.component().name(),
        result.component().evse().map(EVSEType::id),
        result.variable().name(),
        result.variable().instance(),
        result.attributeValue(),
        Optional.empty());
  }

  public static OutboundCall call(Record request) {
    return new OutboundCall(request.getClass().getSimpleName(), Payloads.write(request));
  }
}
