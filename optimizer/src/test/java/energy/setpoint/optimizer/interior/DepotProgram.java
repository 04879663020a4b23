package energy.setpoint.optimizer.interior;

import static energy.setpoint.optimizer.interior.ProgramBuilder.INFINITE;

import java.util.Random;

/**
 * Depots as linear programs: vehicles on sub-fuses, one in ten feeding back, a battery, solar
 * production, uncontrolled load, a tariff with ties and a charge for a new peak.
 */
final class DepotProgram {

  private static final double ETA = 0.93;
  private static final int CIRCUITS = 10;

  private final ProgramBuilder program = new ProgramBuilder();
  private final Random random;
  private final int vehicles;
  private final double[] hours;
  private final double[] buy;
  private final double[] sell;
  private final int[][] flow;
  private int tieBreaks;

  private final java.util.List<java.util.List<int[]>> onCircuit = new java.util.ArrayList<>();

  private DepotProgram(int vehicles, double[] hours, long seed) {
    this.vehicles = vehicles;
    this.hours = hours;
    random = new Random(seed);
    int steps = hours.length;
    buy = new double[steps];
    sell = new double[steps];
    double clock = 0;
    for (int t = 0; t < steps; t++) {
      double ofDay = clock % 24;
      buy[t] = ofDay < 4 ? 0.34 : ofDay < 12 ? 0.19 : ofDay < 18 ? 0.27 : 0.34;
      sell[t] = 0.08;
      clock += hours[t];
    }
    flow = new int[CIRCUITS][steps];
    for (int k = 0; k < CIRCUITS * steps; k++) {
      onCircuit.add(new java.util.ArrayList<>());
    }
  }

  /** A day in quarters. */
  static LinearProgram quarters(int vehicles, long seed) {
    double[] hours = new double[96];
    java.util.Arrays.fill(hours, 0.25);
    return new DepotProgram(vehicles, hours, seed).build();
  }

  /** Four hours in quarters, then twenty hours. */
  static LinearProgram coarse(int vehicles, long seed) {
    double[] hours = new double[36];
    for (int t = 0; t < 36; t++) {
      hours[t] = t < 16 ? 0.25 : 1;
    }
    return new DepotProgram(vehicles, hours, seed).build();
  }

  private LinearProgram build() {
    for (int v = 0; v < vehicles; v++) {
      addVehicle(v % CIRCUITS, v % 10 == 9);
    }
    addCircuits();
    addRoot();
    return program.build();
  }

  private double tieBreak(int step) {
    return 2e-5 * 0.25 * hours[step] * (1 + step / (double) hours.length + 0.1 * (tieBreaks++ % 7));
  }

  private void addVehicle(int circuit, boolean feedsBack) {
    int steps = hours.length;
    int length = steps / 4 + random.nextInt(steps / 2);
    int from = random.nextInt(steps - length);
    double most = new double[] {3.7, 7.4, 11, 22}[random.nextInt(4)];
    double stay = 0;
    for (int t = from; t < from + length; t++) {
      stay += hours[t];
    }
    double need = Math.min(10 + 50 * random.nextDouble(), ETA * most * stay * 0.9);
    if (feedsBack) {
      addStorage(circuit, from, from + length, most, 60, 60 - need, 60, INFINITE);
      return;
    }
    for (int t = from; t < from + length; t++) {
      int p = program.column(tieBreak(t), 0, most);
      onCircuit.get(circuit * steps + t).add(new int[] {p, 1});
      program.entry(p, ETA * hours[t]);
    }
    program.entry(program.column(30, 0, need), 1);
    program.row(need, INFINITE);
  }

  /** A chain of stored energy, and the least that it ends with. */
  private void addStorage(
      int circuit,
      int from,
      int to,
      double most,
      double capacity,
      double first,
      double end,
      double missing) {
    int steps = hours.length;
    int before = -1;
    for (int t = from; t < to; t++) {
      int in = program.column(tieBreak(t), 0, most);
      int out = program.column(tieBreak(t), 0, most);
      int stored = program.column(0, 0, capacity);
      onCircuit.get(circuit * steps + t).add(new int[] {in, 1});
      onCircuit.get(circuit * steps + t).add(new int[] {out, -1});
      program.entry(stored, 1).entry(in, -ETA * hours[t]).entry(out, hours[t] / ETA);
      if (before >= 0) {
        program.entry(before, -1);
      }
      program.row(before < 0 ? first : 0, before < 0 ? first : 0);
      before = stored;
    }
    program.entry(before, 1).entry(program.column(30, 0, missing), 1).row(end, INFINITE);
  }

  private void addCircuits() {
    int steps = hours.length;
    for (int c = 0; c < CIRCUITS; c++) {
      double fuse = vehicles / (double) CIRCUITS * (c < 3 ? 1.6 : 6);
      for (int t = 0; t < steps; t++) {
        flow[c][t] = program.column(0, -fuse, fuse);
        for (int[] term : onCircuit.get(c * steps + t)) {
          program.entry(term[0], term[1]);
        }
        program.entry(flow[c][t], -1).row(0, 0);
      }
    }
  }

  private void addRoot() {
    int steps = hours.length;
    double size = vehicles;
    double limit = 3 * size + 20;
    int peak = program.column(8, 0, INFINITE);
    int before = -1;
    double clock = 0;
    for (int t = 0; t < steps; t++) {
      double sun = Math.max(0, Math.sin((clock - 12) / 12 * Math.PI)) * size;
      double load = 0.3 * size * (1 + 0.5 * Math.sin(clock / 24 * 2 * Math.PI));
      int in = program.column(tieBreak(t), 0, size / 4);
      int out = program.column(tieBreak(t), 0, size / 4);
      int stored = program.column(0, 0, size);
      program.entry(stored, 1).entry(in, -ETA * hours[t]).entry(out, hours[t] / ETA);
      if (before >= 0) {
        program.entry(before, -1);
      }
      program.row(before < 0 ? size / 2 : 0, before < 0 ? size / 2 : 0);
      before = stored;
      int grid = program.column(hours[t] * sell[t], -limit, limit);
      int imported = program.column(hours[t] * (buy[t] - sell[t]), 0, INFINITE);
      for (int c = 0; c < CIRCUITS; c++) {
        program.entry(flow[c][t], 1);
      }
      program.entry(in, 1).entry(out, -1).entry(grid, -1).row(sun - load, sun - load);
      program.entry(imported, 1).entry(grid, -1).row(0, INFINITE);
      program.entry(peak, 1).entry(grid, -1).row(-1.2 * size, INFINITE);
      clock += hours[t];
    }
    program.entry(before, 1).row(size / 2, INFINITE);
  }
}
