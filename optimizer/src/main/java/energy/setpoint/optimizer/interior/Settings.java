package energy.setpoint.optimizer.interior;

/**
 * When to be content.
 *
 * @param feasibility what equations and prices may miss, relative to the largest right-hand side
 *     and cost
 * @param gap how far the two objectives may be apart, relative
 * @param iterations how many to do at most
 * @param correctors centrality correctors per iteration at most (Gondzio 1996)
 */
public record Settings(double feasibility, double gap, int iterations, int correctors) {

  public Settings {
    if (!(feasibility > 0 && gap > 0 && iterations > 0 && correctors >= 0)) {
      throw new IllegalArgumentException(
          "Tolerances "
              + feasibility
              + ", "
              + gap
              + " and limits "
              + iterations
              + ", "
              + correctors
              + " cannot end a search.");
    }
  }

  /** 1e-9, 1e-8, 100 iterations, three correctors. */
  public static Settings usual() {
    return new Settings(1e-9, 1e-8, 100, 3);
  }
}
