package energy.setpoint.optimizer.integer.rounding;

import energy.setpoint.optimizer.model.ChargePattern;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.VehicleColumns;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;

/**
 * Patterns of charging near a solution that knows no "either … or". Vehicles whose powers are
 * possible keep them. The others choose one after the other, those with the least freedom first,
 * each the cheapest pattern in the room that all others leave; and again, while that helps. No
 * pattern breaks a limit, so a program that is told the patterns has a solution. Maths: {@code
 * docs/optimizer/minimum-power-and-steps.md}.
 */
public final class Rounding {

  private static final int PASSES = 3;

  /** Kilowatt-hours of a shortfall that are rounding. */
  private static final double NOISE_KWH = 1e-3;

  /** Energies that all vehicles together tell apart where power has steps. */
  private static final int MOST_SHELVES = 20_000;

  private static final int FEWEST = 200;

  private static final int FINEST = 800;

  private final SiteRoom room;
  private final MarginalCost cost;
  private final BooleanSupplier isOver;
  private final List<Chooser> choosers = new ArrayList<>();

  private Rounding(Solution solution, double trust, BooleanSupplier isOver) {
    this.isOver = isOver;
    PlanningModel model = solution.model();
    room = SiteRoom.of(model, solution.values());
    cost = MarginalCost.beside(solution, trust);
    List<VehicleColumns> discrete =
        model.vehicles().stream()
            .filter(v -> v.demand().traits().isDiscrete() && v.storage().isEverThere())
            .toList();
    int shelves = Math.clamp(MOST_SHELVES / Math.max(1, discrete.size()), FEWEST, FINEST);
    discrete.forEach(
        vehicle -> choosers.add(new Chooser(model, vehicle, solution.values(), shelves)));
  }

  /**
   * Patterns for all vehicles that need one.
   *
   * @param trust share of what other devices can give way that is counted on
   * @param isOver whether time is over; then who has not chosen yet rests, and nobody improves
   */
  public static Map<String, ChargePattern> of(
      Solution solution, double trust, BooleanSupplier isOver) {
    return of(solution, trust, isOver, Chooser::freedom);
  }

  /** The same, but who chooses earlier is a matter of chance as well as of freedom. */
  public static Map<String, ChargePattern> byChance(
      Solution solution, double trust, BooleanSupplier isOver, Random random) {
    Map<Chooser, Double> luck = new IdentityHashMap<>();
    return of(
        solution,
        trust,
        isOver,
        c -> c.freedom() * luck.computeIfAbsent(c, drawn -> 1 + 0.3 * random.nextDouble()));
  }

  private static Map<String, ChargePattern> of(
      Solution solution, double trust, BooleanSupplier isOver, ToDoubleFunction<Chooser> order) {
    Rounding rounding = new Rounding(solution, trust, isOver);
    rounding.choose(Comparator.comparingDouble(order));
    return patterns(rounding.choosers);
  }

  /**
   * Other patterns for two vehicles, drawn by chance: both give up what they have, and choose again
   * one after the other. So they can swap what neither could leave by itself.
   *
   * @param trust share of what other devices can give way that is counted on
   * @param isOver whether time is over; then who has not chosen yet rests, and nobody improves
   */
  public static Map<String, ChargePattern> ofPair(
      Solution solution, double trust, BooleanSupplier isOver, Random random) {
    Rounding rounding = new Rounding(solution, trust, isOver);
    List<Chooser> drawn = new ArrayList<>(rounding.choosers);
    Collections.shuffle(drawn, random);
    List<Chooser> pair = drawn.subList(0, Math.min(2, drawn.size()));
    pair.forEach(c -> c.leave(rounding.room));
    pair.forEach(rounding::choose);
    pair.forEach(rounding::improve);
    Map<String, ChargePattern> patterns = new HashMap<>(solution.model().rulings().patterns());
    patterns.putAll(patterns(pair));
    return patterns;
  }

  private static Map<String, ChargePattern> patterns(List<Chooser> choosers) {
    Map<String, ChargePattern> patterns = new HashMap<>();
    choosers.forEach(c -> patterns.put(c.name(), c.pattern()));
    return patterns;
  }

  private void choose(Comparator<Chooser> order) {
    List<Chooser> wrong = new ArrayList<>(choosers.stream().filter(c -> !c.isPossible()).toList());
    wrong.sort(order);
    wrong.forEach(this::choose);
    for (int pass = 1; pass < PASSES; pass++) {
      choosers.stream().filter(c -> c.missesMore(NOISE_KWH)).forEach(this::pushIn);
      boolean better = false;
      for (Chooser chooser : pass == 1 ? choosers : wrong) {
        better |= improve(chooser);
      }
      if (!better) {
        return;
      }
    }
  }

  private void choose(Chooser chooser) {
    if (isOver.getAsBoolean()) {
      chooser.rest(room);
    } else {
      chooser.choose(room, cost);
    }
  }

  private boolean improve(Chooser chooser) {
    return !isOver.getAsBoolean() && chooser.improve(room, cost);
  }

  /** Lets a vehicle that is short choose before all others, and keeps that when it helps. */
  private void pushIn(Chooser first) {
    if (isOver.getAsBoolean()) {
      return;
    }
    double before = choosers.stream().mapToDouble(Chooser::weightedMissingKwh).sum();
    List<double[]> saved = choosers.stream().map(Chooser::powers).toList();
    choosers.forEach(c -> c.leave(room));
    choose(first);
    List<Chooser> crowded = new ArrayList<>();
    for (int i = 0; i < choosers.size(); i++) {
      Chooser chooser = choosers.get(i);
      if (chooser != first && !chooser.comeBack(room, saved.get(i))) {
        crowded.add(chooser);
      }
    }
    crowded.sort(Comparator.comparingDouble(Chooser::freedom));
    crowded.forEach(this::choose);
    double after = choosers.stream().mapToDouble(Chooser::weightedMissingKwh).sum();
    if (after > before - NOISE_KWH) {
      choosers.forEach(c -> c.leave(room));
      for (int i = 0; i < choosers.size(); i++) {
        choosers.get(i).hold(room, saved.get(i));
      }
    }
  }
}
