package energy.setpoint.ocpp.proxy.desk;

import energy.setpoint.ocpp.overheard.PartOfCall;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.rpc.frame.Frame;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** What becomes of a call of the CSMS to a station. */
public sealed interface Verdict {

  /** The station gets it as it is, or without a part that it must not get. */
  record Pass(Frame.Call call, Consumer<JsonNode> answered) implements Verdict {}

  /** The station gets some of it, and the answer is completed. */
  record PassPart(PartOfCall part) implements Verdict {}

  /** It is answered in the station's place. */
  record Answer(JsonNode payload) implements Verdict {}

  /** It is answered with an error. */
  record Refuse(RpcException error) implements Verdict {}
}
