package energy.setpoint.testkit.plan;

import java.util.List;
import java.util.Random;

/** Random numbers as the makers of problems ask for them. */
final class Draws {

  private final Random random;

  Draws(long seed) {
    random = new Random(seed);
  }

  double between(double least, double most) {
    return least + random.nextDouble() * (most - least);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  boolean coin() {
    return random.nextBoolean();
  }

  /** From 0 to below 1. */
  double share() {
    return random.nextDouble();
  }

  /** From 0 to below a bound. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  <T> T anyOf(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  double[] curve(int steps, double lowest, double highest) {
    double[] values = new double[steps];
    for (int i = 0; i < steps; i++) {
      values[i] = between(lowest, highest);
    }
    return values;
  }
}
