package energy.setpoint.ocpp.devicemodel;

import energy.setpoint.ocpp.dialect.OutboundCall;
import energy.setpoint.ocpp.rpc.RpcException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** How one version of OCPP asks for the device model and reads the answers. */
public interface DeviceModelWords {

  /** Asks the station to introduce itself with a BootNotification. */
  OutboundCall askForIntroduction();

  OutboundCall askForReport(int requestId);

  /**
   * Whether a report will come.
   *
   * @throws RpcException when the answer is malformed
   */
  boolean promisesReport(JsonNode answer) throws RpcException;

  /**
   * The part of a report that a call is; empty when it is another call.
   *
   * @throws RpcException when it is malformed
   */
  Optional<ReportPart> findReportPart(String action, JsonNode payload) throws RpcException;

  OutboundCall askFor(List<Wanted> wanted);

  /**
   * The values that an answer has; what the station does not know is left out.
   *
   * @throws RpcException when the answer is malformed
   */
  List<VariableValue> readValues(JsonNode answer) throws RpcException;

  /**
   * One value to ask for.
   *
   * @param evse empty for the station as a whole
   */
  record Wanted(Variable variable, Optional<Integer> evse) {}
}
