package energy.setpoint.app.config.station;

import java.util.Set;

/**
 * Which calls people may send to stations over the API, as far as the engine does not forbid them
 * anyway.
 *
 * <p>Some actions can cut a station off from here or open it to others: where it connects to (2.x
 * B09), which certificates it trusts (M05), and what only its vendor knows (P02). Those must be
 * named, one by one.
 *
 * @param usual whether they may send all actions that need not be named
 * @param named the actions that they may send besides
 */
public record CallPermission(boolean usual, Set<String> named) {

  public static final CallPermission ALL = new CallPermission(true, Set.of());

  private static final Set<String> DELICATE =
      Set.of("DataTransfer", "DeleteCertificate", "InstallCertificate", "SetNetworkProfile");

  public CallPermission {
    named = Set.copyOf(named);
  }

  /** These actions and no others. */
  public static CallPermission only(Set<String> actions) {
    return new CallPermission(false, actions);
  }

  public boolean allows(String action) {
    return named.contains(action) || (usual && !DELICATE.contains(action));
  }

  /** Why an action is refused that is not allowed, and what can be done about it. */
  public String refusal(String action) {
    return DELICATE.contains(action)
        ? "'%s' can cut the station off or open it to others: the site file must name it under ocpp.calls."
            .formatted(action)
        : "The site file does not allow '%s'.".formatted(action);
  }
}
