package energy.setpoint.ocpp.dialect;

import energy.setpoint.core.port.ScheduleAnswer;
import energy.setpoint.core.port.ScheduleQuestion;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.rpc.RpcException;
import tools.jackson.databind.JsonNode;

/** How a version of OCPP asks a station what it holds an EVSE to, and reads the answer. */
public interface ScheduleQuestions {

  /** The call, in the unit in which limits are sent to such a station. */
  OutboundCall ask(ScheduleQuestion question, StationTraits traits);

  /**
   * What the answer says.
   *
   * @throws RpcException when the answer does not have the form that the version prescribes
   */
  ScheduleAnswer read(ScheduleQuestion question, StationTraits traits, JsonNode response)
      throws RpcException;
}
