package energy.setpoint.ocpp.rpc;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers to which actions the last few answers went, for a peer that cannot use one. */
final class RecentAnswers {

  private static final int CAPACITY = 32;

  private final Map<String, String> actions = new LinkedHashMap<>();

  void add(String id, String action) {
    actions.put(id, action);
    if (actions.size() > CAPACITY) {
      actions.remove(actions.keySet().iterator().next());
    }
  }

  /** An answer can be rejected once. */
  Optional<String> take(String id) {
    return Optional.ofNullable(actions.remove(id));
  }
}
