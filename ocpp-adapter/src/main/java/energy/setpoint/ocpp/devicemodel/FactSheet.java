package energy.setpoint.ocpp.devicemodel;

import energy.setpoint.ocpp.dialect.trait.Fact;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps, of all that a station reports, what the engine wants to know. */
final class FactSheet {

  /** More than any station has EVSEs and variables that matter, so that none fills our memory. */
  private static final int MOST_FACTS = 1000;

  private static final int LONGEST_VALUE = 2500;

  private final List<Variable> wanted;
  private final Map<Fact, Fact> facts = new LinkedHashMap<>();

  FactSheet(List<Variable> wanted) {
    this.wanted = wanted;
  }

  void note(VariableValue told) {
    wanted.stream()
        .filter(variable -> variable.isMeant(told))
        .findFirst()
        .ifPresent(variable -> {
          told.value().ifPresent(value -> put(variable.factName(), told.evse(), value));
          told.maxLimit()
              .ifPresent(limit ->
                  put(variable.factName() + ":maxLimit", told.evse(), limit.toPlainString()));
        });
  }

  private void put(String name, Optional<Integer> evse, String value) {
    if (value.length() <= LONGEST_VALUE && facts.size() < MOST_FACTS) {
      facts.put(new Fact(name, evse, ""), new Fact(name, evse, value));
    }
  }

  Optional<String> find(Variable variable) {
    return Optional.ofNullable(facts.get(new Fact(variable.factName(), Optional.empty(), "")))
        .map(Fact::value);
  }

  List<Fact> facts() {
    return List.copyOf(facts.values());
  }
}
