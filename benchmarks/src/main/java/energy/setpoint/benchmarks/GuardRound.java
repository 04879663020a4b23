package energy.setpoint.benchmarks;

import energy.setpoint.core.guard.Ask;
import energy.setpoint.core.guard.FairShare;
import energy.setpoint.core.guard.Limit;
import energy.setpoint.core.guard.SiteLimits;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.CircuitTree;
import energy.setpoint.core.site.EvseRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/**
 * How long the guard needs to share out a site, beside a baseline that only copies what everybody
 * wants. Arguments: numbers of EVSEs, by default 60 250 1000 4000.
 */
public final class GuardRound {

  private static final int WARM_UP = 300;
  private static final int ROUNDS = 300;
  private static final int EVSES_PER_CIRCUIT = 20;

  private GuardRound() {}

  public static void main(String[] args) {
    int[] sizes =
        args.length == 0
            ? new int[] {60, 250, 1000, 4000}
            : Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
    System.out.println("EVSEs  circuits  copying ms  sharing p50 ms  p99 ms  ratio");
    for (int size : sizes) {
      List<Limit> limits = limits(size);
      List<Ask> asks = asks(size);
      double[] copying = time(() -> List.copyOf(new ArrayList<>(asks)));
      double[] sharing = time(() -> FairShare.allocate(asks, limits));
      System.out.printf(
          "%5d  %8d  %10.4f  %14.3f  %6.3f  %5.0f%n",
          size,
          size / EVSES_PER_CIRCUIT + 1,
          copying[ROUNDS / 2],
          sharing[ROUNDS / 2],
          sharing[ROUNDS * 99 / 100],
          sharing[ROUNDS / 2] / copying[ROUNDS / 2]);
    }
  }

  private static double[] time(Supplier<?> work) {
    double[] millis = new double[ROUNDS];
    long seen = 0;
    for (int i = -WARM_UP; i < ROUNDS; i++) {
      long start = System.nanoTime();
      seen += work.get().hashCode();
      if (i >= 0) {
        millis[i] = (System.nanoTime() - start) / 1e6;
      }
    }
    if (seen == 42) { // keeps the results alive
      System.out.println();
    }
    Arrays.sort(millis);
    return millis;
  }

  /** Every limit is short, so that sharing is work. */
  private static List<Limit> limits(int size) {
    List<Circuit> circuits = new ArrayList<>();
    circuits.add(circuit("main", Optional.empty(), 9.0 * size));
    for (int i = 0; i < size / EVSES_PER_CIRCUIT; i++) {
      circuits.add(circuit("c" + i, Optional.of(new CircuitId("main")), 150 + i % 70));
    }
    return new SiteLimits(new CircuitTree(circuits), Voltage.ofVolts(230))
        .list("import", Map.of(), Power.ofKilowatts(5.5 * size));
  }

  private static Circuit circuit(String id, Optional<CircuitId> parent, double amps) {
    return new Circuit(
        new CircuitId(id),
        parent,
        PhaseCurrents.balanced(Current.ofAmps(amps)),
        PhaseCurrents.ZERO);
  }

  private static List<Ask> asks(int size) {
    Random random = new Random(1);
    List<Phase> all = List.of(Phase.values());
    List<Ask> asks = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int circuit = i % Math.max(1, size / EVSES_PER_CIRCUIT);
      asks.add(
          new Ask(
              EvseRef.of("s" + i, 1),
              new CircuitId("c" + circuit),
              random.nextInt(3) > 0 ? all : List.of(Phase.values()[i % 3]),
              Current.ZERO,
              Current.ofAmps(6),
              Current.ofAmps(6 + random.nextInt(260) / 10.0),
              Ask.FINEST_STEP,
              true,
              random.nextDouble(),
              0.25 + random.nextDouble() * 3));
    }
    return asks;
  }
}
