package energy.setpoint.ocpp.gateway;

import energy.setpoint.ocpp.rpc.CallOutcome;
import java.util.Set;

/** What became of a call that a person asked for. */
public sealed interface CallReply {

  record NotConnected() implements CallReply {}

  /**
   * The version that the station speaks has no such action for a server.
   *
   * @param known those that it has
   */
  record UnknownAction(String version, Set<String> known) implements CallReply {
    public UnknownAction {
      known = Set.copyOf(known);
    }
  }

  /** It must not be sent, for the sake of the site. */
  record Forbidden(String reason) implements CallReply {}

  /** Not sent: the payload does not have the form of the action. */
  record Malformed(String description) implements CallReply {}

  /** It was handed to the connection. */
  record Ended(CallOutcome outcome) implements CallReply {}
}
