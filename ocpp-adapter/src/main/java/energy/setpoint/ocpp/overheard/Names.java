package energy.setpoint.ocpp.overheard;

import java.util.Set;
import java.util.TreeSet;

/**
 * Names of configuration keys, components and variables. OCPP compares them without regard to case
 * (1.6 type CiString; 2.0.1 and 2.1 part 2, ComponentType and VariableType).
 */
public final class Names {

  private final Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  private Names(Set<String> names) {
    this.names.addAll(names);
  }

  public static Names of(String... names) {
    return new Names(Set.of(names));
  }

  public boolean contains(String name) {
    return names.contains(name);
  }
}
