package energy.setpoint.ocpp.dialect;

import energy.setpoint.ocpp.rpc.RpcErrorCode;
import energy.setpoint.ocpp.rpc.RpcException;
import java.util.Set;

/**
 * All actions of one version, so that one that is not handled here is told from one that does not
 * exist.
 */
public record KnownActions(String version, Set<String> names) {

  public KnownActions {
    names = Set.copyOf(names);
  }

  /**
   * @param names separated by white space
   */
  public static KnownActions of(String version, String names) {
    return new KnownActions(version, Set.of(names.strip().split("\\s+")));
  }

  /** The answer to a call that is not handled. */
  public RpcException refusal(String action) {
    return names.contains(action)
        ? new RpcException(
            RpcErrorCode.NOT_SUPPORTED, "This server does not take '" + action + "'.")
        : new RpcException(
            RpcErrorCode.NOT_IMPLEMENTED, version + " has no action '" + shorten(action) + "'.");
  }

  private static String shorten(String action) {
    return action.length() <= 50 ? action : action.substring(0, 50) + "…";
  }
}
