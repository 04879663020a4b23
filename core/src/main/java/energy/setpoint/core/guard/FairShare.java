package energy.setpoint.core.guard;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.site.ControlPoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shares the room under a set of limits max-min fairly by weight: no share could be larger without
 * making one smaller that is no larger for its weight. In order:
 *
 * <ol>
 *   <li>{@link Stakes}: what is reserved counts, and the most urgent get the minimum first, as long
 *       as it fits;
 *   <li>{@link Filling}: everybody's share rises with a common level until it is satisfied or a
 *       limit above it is full;
 *   <li>{@link Steps}: shares become whole steps, and what rounding left over is handed out.
 * </ol>
 *
 * All limits hold to the milliampere.
 */
public final class FairShare {

  private FairShare() {}

  /** What each device may draw, never more than it wants. */
  public static Map<ControlPoint, Share> allocate(List<Ask> asks, List<Limit> limits) {
    Stakes stakes = new Stakes(asks, limits);
    Filling filling = new Filling(stakes);
    Steps steps = new Steps(stakes, filling.rise());
    long[] counted = steps.handOut();
    Map<ControlPoint, Share> shares = LinkedHashMap.newLinkedHashMap(asks.size());
    for (int i = 0; i < asks.size(); i++) {
      Ask ask = asks.get(i);
      long given = stakes.takesPart(i) ? Math.min(counted[i], ask.wanted().milliamps()) : 0;
      shares.put(ask.point(), new Share(new Current(given), reason(i, given, stakes, steps)));
    }
    return shares;
  }

  private static Optional<String> reason(int i, long given, Stakes stakes, Steps steps) {
    if (given >= stakes.wanted(i)) {
      return stakes.refusal(i);
    }
    return stakes.refusal(i).or(() -> steps.findFullLimit(i));
  }
}
