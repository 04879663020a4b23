package energy.setpoint.optimizer.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a linear program cannot decide and is told instead, learned from the plan it proposed
 * before; see {@code docs/optimizer/rulings.md}.
 *
 * @param chargeOnly storages that may not feed back at all
 * @param insideFrom the first step from which a storage that starts outside its window counts as
 *     inside; without an entry it never does
 * @param barred directions that are closed
 * @param exporting steps that are priced as export although import is cheaper
 */
public record Rulings(
    Set<String> chargeOnly,
    Map<String, Integer> insideFrom,
    Set<Barred> barred,
    Set<Integer> exporting) {

  /** A direction that is closed in one step. */
  public record Barred(String storage, int step, Direction direction) {}

  public static final Rulings NONE = new Rulings(Set.of(), Map.of(), Set.of(), Set.of());

  public Rulings {
    chargeOnly = Set.copyOf(chargeOnly);
    insideFrom = Map.copyOf(insideFrom);
    barred = Set.copyOf(barred);
    exporting = Set.copyOf(exporting);
  }

  public boolean allows(String storage, int step, Direction direction) {
    return !(direction == Direction.DISCHARGE && chargeOnly.contains(storage))
        && (barred.isEmpty() || !barred.contains(new Barred(storage, step, direction)));
  }

  /** The first step that begins with the storage inside its window. */
  public int insideFrom(String storage) {
    return insideFrom.getOrDefault(storage, Integer.MAX_VALUE);
  }

  public Rulings withChargeOnly(Set<String> more) {
    Set<String> all = new HashSet<>(chargeOnly);
    all.addAll(more);
    return new Rulings(all, insideFrom, barred, exporting);
  }

  public Rulings withInsideFrom(Map<String, Integer> more) {
    Map<String, Integer> all = new HashMap<>(more);
    all.putAll(insideFrom);
    return new Rulings(chargeOnly, all, barred, exporting);
  }

  public Rulings withoutInsideFrom() {
    return new Rulings(chargeOnly, Map.of(), barred, exporting);
  }

  public Rulings withBarred(Set<Barred> more) {
    Set<Barred> all = new HashSet<>(barred);
    all.addAll(more);
    return new Rulings(chargeOnly, insideFrom, all, exporting);
  }

  public Rulings withExporting(Set<Integer> steps) {
    return new Rulings(chargeOnly, insideFrom, barred, steps);
  }
}
