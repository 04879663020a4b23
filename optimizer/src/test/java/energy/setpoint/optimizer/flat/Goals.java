package energy.setpoint.optimizer.flat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a plan attains, the most important first.
 *
 * @param broken kilowatt-hours above limits that the uncontrolled load or the sun break alone
 * @param deviation kilowatt-hours off mandatory grid events
 * @param essential weighted kilowatt-hours missing of essential needs
 * @param missing weighted kilowatt-hours missing of needs
 * @param shares of its need that each vehicle misses, the largest first
 * @param outside kilowatt-hours times hours that batteries are outside their windows
 * @param money in the site's currency
 */
public record Goals(
    double broken,
    double deviation,
    double essential,
    double missing,
    List<Double> shares,
    double outside,
    double money) {

  /** What rounding may cost: kilowatt-hours, and shares of a need. */
  private static final double NOISE = 2e-3;

  /** Less than 0 when this is better than another before money, 0 when it is as good. */
  public int compareBeforeMoney(Goals other) {
    double[] mine = beforeMoney(other.shares.size());
    double[] others = other.beforeMoney(mine.length - 5);
    for (int i = 0; i < mine.length; i++) {
      double difference = mine[i] - others[i];
      if (Math.abs(difference) > NOISE * Math.max(1, Math.abs(others[i]) / 100)) {
        return difference < 0 ? -1 : 1;
      }
    }
    return 0;
  }

  private double[] beforeMoney(int most) {
    double[] all = new double[5 + Math.max(most, shares.size())];
    all[0] = broken;
    all[1] = deviation;
    all[2] = essential;
    all[3] = missing;
    for (int i = 0; i < shares.size(); i++) {
      all[4 + i] = shares.get(i);
    }
    all[all.length - 1] = outside;
    return all;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "broken %.6f, deviation %.6f, essential %.6f, missing %.6f, shares %s, outside %.6f, money"
            + " %.6f",
        broken,
        deviation,
        essential,
        missing,
        Arrays.toString(shares.stream().mapToDouble(s -> Math.round(s * 1e6) / 1e6).toArray()),
        outside,
        money);
  }
}
