package energy.setpoint.app.system.chaos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * The grid operator: changes the import limit again and again, and looks whether what was accepted
 * last still holds. Used by one thread.
 */
final class Operator {

  private static final String SITE = "/api/v1/sites/chaos-depot";
  private static final int KEPT = 204;
  private static final int OBEYED = 202;

  private final EngineApi api;
  private final Random random;
  private final List<String> findings = new ArrayList<>();

  /** What may hold: the last that was kept, and what was asked since without such an answer. */
  private final Set<Integer> possible = new TreeSet<>();

  private int accepted;
  private int onlyObeyed;
  private int turnedAway;
  private int checked;

  Operator(EngineApi api, long seed) {
    this.api = api;
    this.random = new Random(seed);
  }

  /** Looks first: what is asked now would hide what was forgotten. */
  void act() throws InterruptedException {
    check();
    int watts = 72_000 + 500 * random.nextInt(56);
    try {
      int status = api.put(SITE + "/import-limit", "{\"limitW\": " + watts + "}");
      switch (status) {
        case KEPT -> {
          possible.clear();
          possible.add(watts);
          accepted++;
        }
        case OBEYED -> {
          possible.add(watts);
          onlyObeyed++;
        }
        default -> turnedAway++;
      }
    } catch (IOException unanswered) {
      possible.add(watts);
      turnedAway++;
    }
  }

  /** Does nothing while no engine answers. */
  void check() {
    if (possible.isEmpty()) {
      return;
    }
    api.json(SITE + "/state").ifPresent(this::compare);
  }

  private void compare(JsonNode state) {
    int holds = (int) Math.round(state.path("importLimitW").asDouble());
    checked++;
    if (!possible.contains(holds)) {
      findings.add(
          "at %s the import limit is %d W, though %s W was accepted last"
              .formatted(state.path("at").asString(), holds, possible));
      possible.clear();
      possible.add(holds);
    }
  }

  int accepted() {
    return accepted;
  }

  /** Those that a restart would have forgotten, as the engine itself said. */
  int onlyObeyed() {
    return onlyObeyed;
  }

  int turnedAway() {
    return turnedAway;
  }

  int checked() {
    return checked;
  }

  List<String> findings() {
    return List.copyOf(findings);
  }
}
