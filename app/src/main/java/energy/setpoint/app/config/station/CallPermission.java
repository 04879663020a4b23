package energy.setpoint.app.config.station;

import energy.setpoint.ocpp.Dialects;
import energy.setpoint.ocpp.overheard.CsmsRight;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Which calls people may send to stations over the API, as far as the engine does not forbid them
 * anyway.
 *
 * <p>Some actions can cut a station off from here or open it to others: where it connects to (2.x
 * B09), which certificates it trusts (M05), and what only its vendor knows (P02). Those must be
 * named, one by one. So must what does the same among the variables and keys of a station, which
 * are those that a CSMS needs a right for behind the proxy: they go by the name of the right.
 *
 * @param usual whether they may send all actions that need not be named
 * @param named the actions that they may send besides, and the rights for variables and keys
 */
public record CallPermission(boolean usual, Set<String> named) {

  public static final CallPermission ALL = new CallPermission(true, Set.of());

  private static final Set<String> DELICATE =
      Set.of("DataTransfer", "DeleteCertificate", "InstallCertificate", "SetNetworkProfile");

  private static final Set<CsmsRight> RIGHTS =
      Set.of(CsmsRight.Credentials, CsmsRight.NetworkProfile);

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

  /** The same of a call as a whole. */
  public boolean allows(String action, JsonNode payload) {
    return allows(action) && missing(action, payload).isEmpty();
  }

  /** What may be named besides actions. */
  static Set<String> rights() {
    return RIGHTS.stream().map(CsmsRight::name).collect(Collectors.toUnmodifiableSet());
  }

  /** Whatever version the station speaks: no name means one thing here and another there. */
  private Set<String> missing(String action, JsonNode payload) {
    if (DELICATE.contains(action)) {
      return Set.of();
    }
    return Dialects.bundled().stream()
        .flatMap(dialect -> dialect.relayWords().rightsFor(action, payload).stream())
        .filter(RIGHTS::contains)
        .map(CsmsRight::name)
        .filter(right -> !named.contains(right))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Why a call is refused that is not allowed, and what can be done about it. */
  public String refusal(String action, JsonNode payload) {
    return allows(action)
        ? "This '%s' can cut the station off or open it to others: the site file must name %s under ocpp.calls."
            .formatted(action, String.join(" and ", missing(action, payload)))
        : refusal(action);
  }

  /** Why an action is refused that is not allowed, and what can be done about it. */
  public String refusal(String action) {
    return DELICATE.contains(action)
        ? "'%s' can cut the station off or open it to others: the site file must name it under ocpp.calls."
            .formatted(action)
        : "The site file does not allow '%s'.".formatted(action);
  }
}
