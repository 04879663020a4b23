package energy.setpoint.ocpp.dialect;

import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.rpc.frame.RpcErrorCode;
import java.util.HashSet;
import java.util.Set;

/**
 * All actions of one version and who may send them, so that one that is not handled here is told
 * from one that does not exist.
 *
 * @param fromStation what a station may send
 * @param fromServer what a server may send; some actions go both ways
 */
public record KnownActions(String version, Set<String> fromStation, Set<String> fromServer) {

  public KnownActions {
    fromStation = Set.copyOf(fromStation);
    fromServer = Set.copyOf(fromServer);
  }

  /**
   * @param fromStation names separated by white space
   * @param fromServer names separated by white space
   */
  public static KnownActions of(String version, String fromStation, String fromServer) {
    return new KnownActions(
        version,
        Set.of(fromStation.strip().split("\\s+")),
        Set.of(fromServer.strip().split("\\s+")));
  }

  public Set<String> names() {
    Set<String> all = new HashSet<>(fromStation);
    all.addAll(fromServer);
    return Set.copyOf(all);
  }

  public boolean contains(String action) {
    return fromStation.contains(action) || fromServer.contains(action);
  }

  /** The answer to a call that is not handled. */
  public RpcException refusal(String action) {
    return contains(action)
        ? new RpcException(
            RpcErrorCode.NOT_SUPPORTED, "This server does not take '" + action + "'.")
        : new RpcException(
            RpcErrorCode.NOT_IMPLEMENTED, version + " has no action '" + shorten(action) + "'.");
  }

  private static String shorten(String action) {
    return action.length() <= 50 ? action : action.substring(0, 50) + "…";
  }
}
