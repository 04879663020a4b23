package energy.setpoint.optimizer.integer.pattern;

import java.util.Arrays;

/**
 * The cheapest way for one vehicle to take what it needs from offers, one for each step: dynamic
 * programming over step, energy, and how often it began to charge. Of two ways to about the same
 * energy the cheaper one is kept, with the energy that it really has; so the answer can be followed
 * exactly, and is the best one up to that "about". Maths: {@code
 * docs/optimizer/minimum-power-and-steps.md}.
 */
public final class BestPattern {

  /** Energies that are told apart where power is continuous and fills up what is missing. */
  private static final int SHELVES = 160;

  /** Powers that are tried between the least and the most. */
  private static final int BETWEEN = 5;

  /** The same where power has steps. */
  private static final int BETWEEN_STEPS = 16;

  private static final double ROUNDING = 1e-9;

  private final Offer[] offers;
  private final Need need;
  private final int starts;
  private final boolean counts;
  private final int shelves;
  private final int between;
  private final double bottomKwh;
  private final double topKwh;
  private final int[][] before;
  private final double[][] power;
  private double[] cost;
  private double[] kwh;
  private double[] nextCost;
  private double[] nextKwh;

  private BestPattern(Offer[] offers, Need need, int shelvesForSteps) {
    this.offers = offers;
    this.need = need;
    counts = need.starts() <= offers.length / 2;
    starts = counts ? need.starts() : 0;
    boolean notched = Arrays.stream(offers).anyMatch(offer -> offer.notch() > 0);
    shelves = notched ? shelvesForSteps : SHELVES;
    between = notched ? BETWEEN_STEPS : BETWEEN;
    bottomKwh = Math.min(need.insideKwh(), Math.max(0, need.floorKwh()));
    topKwh = Math.max(topKwh(), bottomKwh + ROUNDING);
    int states = shelves * (counts ? 2 * (starts + 1) : 1);
    before = new int[offers.length][states];
    power = new double[offers.length][states];
    cost = new double[states];
    kwh = new double[states];
    nextCost = new double[states];
    nextKwh = new double[states];
  }

  /**
   * The best powers, one for each offer.
   *
   * @param shelves energies that are told apart where power has steps
   */
  public static double[] of(Offer[] offers, Need need, int shelves) {
    if (NotchedOffers.areNotched(offers) && NotchedOffers.areFew(offers, need)) {
      return NotchedPattern.of(NotchedOffers.of(offers, need));
    }
    double[] found = new BestPattern(offers, need, shelves).search();
    boolean plain = Arrays.stream(offers).allMatch(Offer::isPlain);
    return plain ? Refill.of(offers, need, found) : found;
  }

  /** More energy than this is worth nothing. */
  private double topKwh() {
    double largest = 0;
    double drained = 0;
    boolean pays = false;
    for (Offer offer : offers) {
      drained += offer.drained();
      if (offer.isOpen()) {
        largest = Math.max(largest, offer.stored() * offer.most());
        pays |= offer.cost().of(offer.most()) < 0;
      }
    }
    return pays
        ? need.mostKwh()
        : Math.min(
            need.mostKwh(), Math.max(need.insideKwh(), need.wantedKwh() + drained) + largest);
  }

  private double[] search() {
    Arrays.fill(cost, Double.POSITIVE_INFINITY);
    int begin = state(0, need.charging(), need.insideKwh());
    cost[begin] = 0;
    kwh[begin] = need.insideKwh();
    for (int step = 0; step < offers.length; step++) {
      Arrays.fill(nextCost, Double.POSITIVE_INFINITY);
      double[] choices = offers[step].choices(between);
      double[] costs = Arrays.stream(choices).map(offers[step].cost()::of).toArray();
      for (int state = 0; state < cost.length; state++) {
        if (cost[state] < Double.POSITIVE_INFINITY) {
          rest(step, state);
          for (int i = 0; i < choices.length; i++) {
            charge(step, state, choices[i], costs[i]);
          }
        }
      }
      swap();
    }
    return read();
  }

  private int state(int started, boolean on, double energy) {
    double filled = (energy - bottomKwh) / (topKwh - bottomKwh);
    int shelf = (int) Math.clamp(filled * (shelves - 1), 0, shelves - 1);
    return counts ? (started * 2 + (on ? 1 : 0)) * shelves + shelf : shelf;
  }

  private void rest(int step, int state) {
    double energy = kwh[state] - offers[step].drained();
    if (offers[step].drained() == 0 || energy >= bottomKwh - ROUNDING) {
      int started = counts ? state / shelves / 2 : 0;
      offer(step, state, state(started, false, energy), 0, cost[state], energy);
    }
  }

  private void charge(int step, int state, double choice, double costs) {
    boolean on = counts && state / shelves % 2 == 1;
    int started = counts ? state / shelves / 2 + (on ? 0 : 1) : 0;
    Offer offer = offers[step];
    double kilowatts = offer.tapered(choice, kwh[state]);
    double energy = kwh[state] + kilowatts * offer.stored();
    if (kilowatts > 0 && started <= starts && energy <= topKwh + ROUNDING) {
      double all = cost[state] + (kilowatts < choice ? offer.cost().of(kilowatts) : costs);
      offer(step, state, state(started, true, energy), kilowatts, all, energy);
    }
  }

  /** Keeps a way when it is cheaper than what leads to the same state; more energy breaks ties. */
  private void offer(int step, int from, int to, double kilowatts, double costs, double energy) {
    boolean better =
        costs < nextCost[to] - ROUNDING || costs <= nextCost[to] + ROUNDING && energy > nextKwh[to];
    if (better) {
      nextCost[to] = costs;
      nextKwh[to] = energy;
      before[step][to] = from;
      power[step][to] = kilowatts;
    }
  }

  private void swap() {
    double[] costs = cost;
    double[] energies = kwh;
    cost = nextCost;
    kwh = nextKwh;
    nextCost = costs;
    nextKwh = energies;
  }

  private double[] read() {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int state = 0; state < cost.length; state++) {
      double all = cost[state] + need.costOfMissing(kwh[state]);
      if (all < least) {
        least = all;
        best = state;
      }
    }
    double[] powers = new double[offers.length];
    if (least == Double.POSITIVE_INFINITY) {
      return powers;
    }
    for (int step = offers.length - 1; step >= 0; step--) {
      powers[step] = power[step][best];
      best = before[step][best];
    }
    return powers;
  }
}
