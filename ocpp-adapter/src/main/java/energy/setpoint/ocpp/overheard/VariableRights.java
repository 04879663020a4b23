package energy.setpoint.ocpp.overheard;

import energy.setpoint.ocpp.payload.Payloads;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rights that a SetVariables call of OCPP 2.x needs, each of its variables one of its own, as
 * each has a result of its own (2.0.1 and 2.1 B05.FR.01 to B05.FR.03).
 *
 * @param rightOf the right for a variable of a component, by their names; empty when it needs none
 */
public record VariableRights(BiFunction<String, String, Optional<CsmsRight>> rightOf) {

  private static final String VARIABLES = "setVariableData";
  private static final String RESULTS = "setVariableResult";

  /** Those that any of the variables needs. */
  public Set<CsmsRight> all(JsonNode payload) {
    Set<CsmsRight> rights = new HashSet<>();
    payload.path(VARIABLES).forEach(each -> find(each).ifPresent(rights::add));
    return rights;
  }

  private Optional<CsmsRight> find(JsonNode each) {
    return rightOf.apply(
        each.path("component").path("name").asString(""),
        each.path("variable").path("name").asString(""));
  }

  /** The variables for which the rights are there; empty when that is none or all of them. */
  public Optional<PartOfCall> findPart(JsonNode payload, Set<CsmsRight> granted) {
    JsonNode variables = payload.path(VARIABLES);
    Set<Integer> allowed = new HashSet<>();
    for (int i = 0; i < variables.size(); i++) {
      if (find(variables.get(i)).filter(right -> !granted.contains(right)).isEmpty()) {
        allowed.add(i);
      }
    }
    return allowed.isEmpty() || allowed.size() == variables.size()
        ? Optional.empty()
        : Optional.of(
            new PartOfCall(
                VARIABLES, allowed, answer -> completed(payload, Set.copyOf(allowed), answer)));
  }

  /** The results in the order of the variables. */
  private static JsonNode completed(JsonNode payload, Set<Integer> allowed, JsonNode answer) {
    JsonNode variables = payload.path(VARIABLES);
    Queue<JsonNode> given = new ArrayDeque<>(List.copyOf(answer.path(RESULTS).values()));
    JsonNode copy = answer.deepCopy();
    ArrayNode results = Payloads.empty().putArray(RESULTS);
    for (int i = 0; i < variables.size(); i++) {
      if (!allowed.contains(i)) {
        results.add(rejected(variables.get(i)));
      } else if (!given.isEmpty()) {
        results.add(given.remove());
      }
    }
    results.addAll(given);
    if (copy instanceof ObjectNode whole) {
      whole.set(RESULTS, results);
    }
    return copy;
  }

  /** The answer when none of the variables may be set. */
  public JsonNode rejection(JsonNode payload) {
    ObjectNode answer = Payloads.empty();
    ArrayNode results = answer.putArray(RESULTS);
    payload.path(VARIABLES).forEach(each -> results.add(rejected(each)));
    return answer;
  }

  private static ObjectNode rejected(JsonNode each) {
    ObjectNode result = Payloads.empty().put("attributeStatus", "Rejected");
    Optional.ofNullable(each.get("attributeType")).ifPresent(it -> result.set("attributeType", it));
    result.set("component", each.path("component"));
    result.set("variable", each.path("variable"));
    return result;
  }
}
