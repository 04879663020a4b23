package energy.setpoint.ocpp.dialect.trait;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads what a station told. Where its EVSEs differ, the answer holds for each of them: the lowest
 * number, the common members, and no ability that one of them lacks. A value that makes no sense
 * counts as not told.
 */
public final class Facts {

  private final List<Fact> all;
  private final Set<Integer> evses;

  public Facts(List<Fact> all) {
    this.all = List.copyOf(all);
    this.evses =
        all.stream().flatMap(fact -> fact.evse().stream()).collect(Collectors.toUnmodifiableSet());
  }

  /** The value as it was told, of the station or else of its first EVSE. */
  public Optional<String> find(String name) {
    return named(name).map(Fact::value).findFirst();
  }

  /** The lowest whole number of at least {@code least}. */
  public Optional<Integer> findLowest(String name, int least) {
    return named(name)
        .flatMap(fact -> number(fact.value()).stream())
        .filter(number -> number >= least)
        .min(Integer::compare);
  }

  /** True when all say so, false when one denies or has nothing to say, empty when none speaks. */
  public Optional<Boolean> findFlag(String name) {
    List<Boolean> told = named(name).flatMap(fact -> flag(fact.value()).stream()).toList();
    return told.isEmpty()
        ? Optional.empty()
        : Optional.of(isToldByAll(name) && told.stream().allMatch(it -> it));
  }

  /** The members that all of them have, as they were told; empty when none speaks. */
  public Optional<Set<String>> findMembers(String name) {
    List<Set<String>> told = named(name).map(fact -> members(fact.value())).toList();
    if (told.isEmpty()) {
      return Optional.empty();
    }
    Set<String> common = new TreeSet<>(told.getFirst());
    told.forEach(common::retainAll);
    return Optional.of(isToldByAll(name) ? Set.copyOf(common) : Set.of());
  }

  private boolean isToldByAll(String name) {
    Set<Integer> tellers = new HashSet<>();
    for (Fact fact : all) {
      if (fact.name().equals(name)) {
        if (fact.evse().isEmpty()) {
          return true;
        }
        tellers.add(fact.evse().get());
      }
    }
    return tellers.equals(evses);
  }

  private Stream<Fact> named(String name) {
    return all.stream().filter(fact -> fact.name().equals(name));
  }

  /** Members stand between commas; stations also write semicolons, spaces and bars. */
  private static Set<String> members(String list) {
    return Arrays.stream(list.split("[,;|\\s]+"))
        .filter(member -> !member.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Optional<Integer> number(String text) {
    try {
      double value = Double.parseDouble(text.strip());
      return value >= Integer.MIN_VALUE && value <= Integer.MAX_VALUE && value == Math.rint(value)
          ? Optional.of((int) value)
          : Optional.empty();
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }

  private static Optional<Boolean> flag(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true", "1", "yes" -> Optional.of(true);
      case "false", "0", "no" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
