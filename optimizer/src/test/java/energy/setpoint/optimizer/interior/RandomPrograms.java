package energy.setpoint.optimizer.interior;

import static energy.setpoint.optimizer.interior.ProgramBuilder.INFINITE;

import java.util.Random;

/**
 * Small programs of every kind with a feasible point known beforehand, and cost so that most have
 * an optimum: fixed, free, boxed and half-open columns, equations, ranges, rows over one column,
 * empty rows, rows that force, repeated rows, ties and bad scales.
 */
final class RandomPrograms {

  private final Random random;
  private final ProgramBuilder program = new ProgramBuilder();
  private final boolean whole;
  private final boolean badlyScaled;
  private final boolean tight;

  private RandomPrograms(long seed) {
    random = new Random(seed);
    whole = random.nextBoolean();
    badlyScaled = random.nextInt(4) == 0;
    tight = random.nextInt(3) == 0;
  }

  static LinearProgram of(long seed) {
    return new RandomPrograms(seed).build();
  }

  private double number() {
    double n = whole ? random.nextInt(9) - 4 : random.nextGaussian();
    return badlyScaled ? n * Math.pow(10, random.nextInt(7) - 3) : n;
  }

  private double positive() {
    return random.nextInt(3) == 0 ? 0 : Math.abs(number());
  }

  private LinearProgram build() {
    int columns = 2 + random.nextInt(30);
    int rows = 1 + random.nextInt(25);
    double[] point = new double[columns];
    boolean costly = random.nextInt(6) > 0;
    int[][] entries = new int[rows][];
    double[][] factors = new double[rows][];
    double[] cost = new double[columns];
    for (int i = 0; i < rows; i++) {
      int length =
          random.nextInt(8) == 0 ? random.nextInt(2) : 2 + random.nextInt(Math.min(6, columns - 1));
      entries[i] = random.ints(0, columns).distinct().limit(length).toArray();
      factors[i] = new double[length];
      double price = random.nextInt(3) == 0 ? 0 : number();
      for (int k = 0; k < length; k++) {
        factors[i][k] = number();
        cost[entries[i][k]] += costly ? price * factors[i][k] : 0;
      }
    }
    for (int j = 0; j < columns; j++) {
      addColumn(j, point, cost[j], costly);
    }
    for (int i = 0; i < rows; i++) {
      addRow(entries[i], factors[i], point);
    }
    return program.build();
  }

  private void addColumn(int j, double[] point, double priced, boolean costly) {
    point[j] = tight && random.nextBoolean() ? 0 : number();
    double below = point[j] - positive();
    double above = point[j] + positive();
    double extra = costly ? positive() : 0;
    switch (random.nextInt(8)) {
      case 0 -> program.column(priced, -INFINITE, INFINITE);
      case 1 -> program.column(priced + number(), point[j], point[j]);
      case 2, 3 -> program.column(priced + extra, below, INFINITE);
      case 4 -> program.column(priced - extra, -INFINITE, above);
      default -> program.column(priced + (costly ? number() : 0), below, above);
    }
  }

  private void addRow(int[] columns, double[] factors, double[] point) {
    double activity = 0;
    for (int k = 0; k < columns.length; k++) {
      program.entry(columns[k], factors[k]);
      activity += factors[k] * point[columns[k]];
    }
    switch (random.nextInt(6)) {
      case 0, 1 -> program.row(activity, activity);
      case 2 -> program.row(activity - positive(), activity + positive());
      case 3 -> program.row(-INFINITE, INFINITE);
      case 4 -> program.row(activity - positive(), INFINITE);
      default -> program.row(-INFINITE, activity + positive());
    }
    if (random.nextInt(12) == 0) {
      for (int k = 0; k < columns.length; k++) {
        program.entry(columns[k], 2 * factors[k]);
      }
      program.row(2 * activity, 2 * activity);
    }
  }
}
