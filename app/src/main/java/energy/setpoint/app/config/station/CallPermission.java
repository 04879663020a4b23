package energy.setpoint.app.config.station;

import java.util.Optional;
import java.util.Set;

/**
 * Which calls people may send to stations over the API, as far as the engine does not forbid them
 * anyway.
 *
 * @param only the actions that they may; all when empty
 */
public record CallPermission(Optional<Set<String>> only) {

  public static final CallPermission ALL = new CallPermission(Optional.empty());

  public CallPermission {
    only = only.map(Set::copyOf);
  }

  public boolean allows(String action) {
    return only.isEmpty() || only.get().contains(action);
  }
}
