package energy.setpoint.optimizer.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a linear program cannot decide and is told instead; see {@code docs/optimizer/rulings.md}.
 *
 * @param relaxed whether "either … or" is left open wherever nothing is ruled: then the program
 *     allows all that a plan may do, and some things that no plan may do
 * @param chargeOnly storages that may not feed back at all
 * @param insideFrom the first step from which a storage that starts outside its window counts as
 *     inside; without an entry it never does
 * @param barred directions that are closed
 * @param exporting steps that are priced as export although import is cheaper
 * @param patterns in which steps vehicles charge, by the names of their storages
 */
public record Rulings(
    boolean relaxed,
    Set<String> chargeOnly,
    Map<String, Integer> insideFrom,
    Set<Barred> barred,
    Set<Integer> exporting,
    Map<String, ChargePattern> patterns) {

  /** A direction that is closed in one step. */
  public record Barred(String storage, int step, Direction direction) {}

  public static final Rulings NONE = new Rulings(false);

  /** Nothing is ruled and everything is open. */
  public static final Rulings RELAXED = new Rulings(true);

  public Rulings {
    chargeOnly = Set.copyOf(chargeOnly);
    insideFrom = Map.copyOf(insideFrom);
    barred = Set.copyOf(barred);
    exporting = Set.copyOf(exporting);
    patterns = Map.copyOf(patterns);
  }

  private Rulings(boolean relaxed) {
    this(relaxed, Set.of(), Map.of(), Set.of(), Set.of(), Map.of());
  }

  public boolean allows(String storage, int step, Direction direction) {
    return !(direction == Direction.DISCHARGE && chargeOnly.contains(storage))
        && (barred.isEmpty() || !barred.contains(new Barred(storage, step, direction)));
  }

  /** The first step that begins with the storage inside its window. */
  public int insideFrom(String storage) {
    return insideFrom.getOrDefault(storage, Integer.MAX_VALUE);
  }

  /** When a vehicle charges, where that is ruled. */
  public Optional<ChargePattern> pattern(String storage) {
    return Optional.ofNullable(patterns.get(storage));
  }

  public Rulings withChargeOnly(Set<String> more) {
    Set<String> all = new HashSet<>(chargeOnly);
    all.addAll(more);
    return new Rulings(relaxed, all, insideFrom, barred, exporting, patterns);
  }

  public Rulings withInsideFrom(Map<String, Integer> more) {
    Map<String, Integer> all = new HashMap<>(more);
    all.putAll(insideFrom);
    return new Rulings(relaxed, chargeOnly, all, barred, exporting, patterns);
  }

  public Rulings withoutInsideFrom() {
    return new Rulings(relaxed, chargeOnly, Map.of(), barred, exporting, patterns);
  }

  public Rulings withBarred(Set<Barred> more) {
    Set<Barred> all = new HashSet<>(barred);
    all.addAll(more);
    return new Rulings(relaxed, chargeOnly, insideFrom, all, exporting, patterns);
  }

  public Rulings withExporting(Set<Integer> steps) {
    return new Rulings(relaxed, chargeOnly, insideFrom, barred, steps, patterns);
  }

  public Rulings withPatterns(Map<String, ChargePattern> all) {
    return new Rulings(relaxed, chargeOnly, insideFrom, barred, exporting, all);
  }
}
