package energy.setpoint.optimizer.why;

import java.util.Arrays;

/**
 * What a kilowatt-hour inside a device is worth to its plan. As long as the battery is neither full
 * nor empty, a kilowatt-hour can be moved from one step to another, so its worth is the same all
 * along; what the device takes and what it leaves bounds it from both sides. Maths: {@code
 * docs/optimizer/why.md}.
 */
final class Worth {

  private final double[] atLeast;
  private final double[] atMost;
  private final int[] stretch;
  private double oneLess = Double.NEGATIVE_INFINITY;
  private double oneMore = Double.POSITIVE_INFINITY;

  private Worth(int steps) {
    atLeast = new double[steps];
    atMost = new double[steps];
    stretch = new int[steps];
    Arrays.fill(atLeast, Double.NEGATIVE_INFINITY);
    Arrays.fill(atMost, Double.POSITIVE_INFINITY);
  }

  static Worth of(Situation situation, Device device) {
    Worth worth = new Worth(device.power().size());
    int first = 0;
    for (int step = 0; step < device.power().size(); step++) {
      boolean last = step == device.power().size() - 1;
      boolean pinned = device.twoWay() && (device.isFullAfter(step) || device.isEmptyAfter(step));
      if (last || pinned) {
        worth.addStretch(situation, device, first, step + 1);
        first = step + 1;
      }
    }
    return worth;
  }

  private void addStretch(Situation situation, Device device, int first, int end) {
    double least = Double.NEGATIVE_INFINITY;
    double most = Double.POSITIVE_INFINITY;
    for (int step = first; step < end; step++) {
      if (device.share(step) > 0) {
        least = Math.max(least, least(situation, device, step));
        most = Math.min(most, most(situation, device, step));
      }
    }
    boolean contradicts = least > most + situation.prices().noise() / device.in();
    if (contradicts) {
      least = most; // something is taken for another reason than money
    }
    if (reachesTheEnd(device, end)) {
      boolean wantsMore = device.isShortBeyondMoney();
      oneLess = contradicts || wantsMore ? oneLess : least;
      oneMore = device.isFullAfter(end - 1) || wantsMore ? oneMore : most;
      double atEnd = contradicts ? most : endWorth(device);
      least = mayFall(device, end) ? Math.max(least, atEnd) : least;
      most = mayRise(device, end) ? Math.min(most, atEnd) : most;
    }
    for (int step = first; step < end; step++) {
      atLeast[step] = least;
      atMost[step] = most;
      stretch[step] = first;
    }
  }

  private static boolean reachesTheEnd(Device device, int end) {
    for (int step = end; step < device.power().size(); step++) {
      if (device.share(step) > 0) {
        return false;
      }
    }
    return true;
  }

  private static double endWorth(Device device) {
    if (device.isShort()) {
      return device.latePrice().orElse(Double.POSITIVE_INFINITY);
    }
    return device.endWorth().orElse(0);
  }

  /** Whether less could be inside at the end, so that a kilowatt-hour is worth no less. */
  private static boolean mayFall(Device device, int end) {
    return !device.isFullAfter(end - 1);
  }

  /**
   * Whether more could be inside at the end without being worth more, so that it is worth no more.
   */
  private static boolean mayRise(Device device, int end) {
    boolean above =
        device.endWorth().isPresent() || device.endKwh() > device.targetKwh() + Device.NOISE_KWH;
    return !device.isEmptyAfter(end - 1) && (above || device.isShort());
  }

  /** What is taken is worth its price; what is not given though it could be is worth as much. */
  private static double least(Situation situation, Device device, int step) {
    LocalPrices prices = situation.prices();
    double least = Double.NEGATIVE_INFINITY;
    if (device.kw(step) > Device.NOISE_KW && !situation.isScarce(device, step)) {
      least = prices.taking(device, step) / device.in();
    }
    boolean mayGive =
        device.mayGive(step)
            && !device.givesAll(step)
            && measures(situation, situation.flows().reachedFeedingBack(device, step).isEmpty());
    if (mayGive) {
      least = Math.max(least, giving(prices, device, step));
    }
    return least;
  }

  /** What could be taken and is not is worth no more than its price; nor is what is given. */
  private static double most(Situation situation, Device device, int step) {
    LocalPrices prices = situation.prices();
    double most = Double.POSITIVE_INFINITY;
    boolean mayTake =
        device.mayTake(step)
            && !device.takesAll(step)
            && !device.isTapered(step)
            && !situation.isScarce(device, step)
            && measures(situation, situation.flows().reached(device, step).isEmpty());
    if (mayTake) {
      most = prices.taking(device, step) / device.in();
    }
    if (device.kw(step) < -Device.NOISE_KW) {
      most = Math.min(most, giving(prices, device, step));
    }
    return most;
  }

  /** Whether money measures a step: nothing is in the way, or what is has a price. */
  private static boolean measures(Situation situation, boolean isFree) {
    return isFree || (situation.prices().areKnown() && !situation.isShort());
  }

  static double giving(LocalPrices prices, Device device, int step) {
    return (prices.giving(device, step) - device.wear()) * device.out();
  }

  /** The price of the dearest kilowatt-hour that is taken; minus infinity when none is. */
  double atLeast(int step) {
    return atLeast[step];
  }

  /** The price of the cheapest kilowatt-hour that is left; infinite when none is. */
  double atMost(int step) {
    return atMost[step];
  }

  /** One number, where there is one. */
  double about(int step) {
    return Double.isFinite(atLeast[step]) ? atLeast[step] : atMost[step];
  }

  /** The number of the stretch without a full or an empty battery that a step belongs to. */
  int stretch(int step) {
    return stretch[step];
  }

  /** What one kilowatt-hour less at the end saves; minus infinity when none can be left. */
  double oneLess() {
    return oneLess;
  }

  /** What one kilowatt-hour more at the end costs; infinite when none can be had. */
  double oneMore() {
    return oneMore;
  }
}
