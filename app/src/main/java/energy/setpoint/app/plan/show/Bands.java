package energy.setpoint.app.plan.show;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.time.PowerCurve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The power of a plan by kind of device, stacked: what takes above zero, what gives below. */
final class Bands {

  /** A layer of the stack, between two curves in kilowatts. */
  record Band(String style, String words, double[] from, double[] to) {

    boolean isEmpty() {
      return Arrays.equals(from, to);
    }
  }

  private final int steps;
  private final double[] above;
  private final double[] below;
  private final List<Band> bands = new ArrayList<>();

  private Bands(int steps) {
    this.steps = steps;
    this.above = new double[steps];
    this.below = new double[steps];
  }

  /** The layers of a plan from zero outwards; empty ones are left out. */
  static List<Band> of(Plan plan) {
    Bands stack = new Bands(plan.grid().size());
    stack.add("load", "load", Stream.of(plan.uncontrolled()));
    stack.add("flexible", "flexible loads", plan.loads().stream().map(l -> l.power()));
    stack.add("vehicles", "vehicles", plan.vehicles().stream().map(v -> v.power()));
    stack.add("battery", "batteries", plan.batteries().stream().map(b -> b.power()));
    stack.add("solar", "solar", Stream.of(plan.solar()));
    return stack.bands;
  }

  /** What takes and what gives among the devices of a kind does not cancel out. */
  private void add(String style, String words, Stream<PowerCurve> curves) {
    double[] taken = new double[steps];
    double[] given = new double[steps];
    curves.forEach(curve -> {
      for (int step = 0; step < steps; step++) {
        taken[step] += Math.max(0, curve.watts(step)) / 1000;
        given[step] += Math.min(0, curve.watts(step)) / 1000;
      }
    });
    pile(style, words, above, taken);
    pile(style, words, below, given);
  }

  private void pile(String style, String words, double[] height, double[] layer) {
    double[] from = height.clone();
    for (int step = 0; step < steps; step++) {
      height[step] += layer[step];
    }
    Band band = new Band(style, words, from, height.clone());
    if (!band.isEmpty()) {
      bands.add(band);
    }
  }
}
