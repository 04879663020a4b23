package energy.setpoint.ocpp.v201.station;

import energy.setpoint.ocpp.dialect.OutboundCall;
import energy.setpoint.ocpp.dialect.trait.Fact;
import energy.setpoint.ocpp.dialect.trait.Facts;
import energy.setpoint.ocpp.meter.SampledMeasurands;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.v201.device.DeviceModel201;
import energy.setpoint.ocpp.v201.wire.ComponentType;
import energy.setpoint.ocpp.v201.wire.SetVariables;
import energy.setpoint.ocpp.v201.wire.SetVariables.SetVariableDataType;
import energy.setpoint.ocpp.v201.wire.SetVariables.SetVariableStatus;
import energy.setpoint.ocpp.v201.wire.VariableType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** How often and what a station samples (OCPP 2.0.1 J02, SampledDataCtrlr). */
public final class Metering201 {

  private Metering201() {}

  /** One call for each variable, so that a refusal of one does not keep the other. */
  public static List<OutboundCall> calls(Duration interval, List<Fact> facts) {
    Optional<OutboundCall> measurands =
        new Facts(facts)
            .find("SampledDataCtrlr.TxUpdatedMeasurands")
            .flatMap(SampledMeasurands::completed)
            .map(list -> set("TxUpdatedMeasurands", list));
    OutboundCall seconds = set("TxUpdatedInterval", String.valueOf(interval.toSeconds()));
    return Stream.concat(Stream.of(seconds), measurands.stream()).toList();
  }

  private static OutboundCall set(String variable, String value) {
    return DeviceModel201.call(
        new SetVariables(
            List.of(
                new SetVariableDataType(
                    new ComponentType("SampledDataCtrlr", Optional.empty(), Optional.empty()),
                    new VariableType(variable, Optional.empty()),
                    Optional.empty(),
                    value))));
  }

  /** Why an answer to SetVariables is a refusal. */
  public static Optional<String> findRefusal(JsonNode response) throws RpcException {
    return Payloads.read(SetVariables.Response.class, response).setVariableResult().stream()
        .filter(result -> result.attributeStatus() != SetVariableStatus.Accepted)
        .map(result -> result.variable().name() + ": " + result.attributeStatus())
        .findFirst();
  }
}
