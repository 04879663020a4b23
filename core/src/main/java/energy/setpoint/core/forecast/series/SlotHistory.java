package energy.setpoint.core.forecast.series;

import java.util.Arrays;
import java.util.OptionalDouble;

/** The mean power of the last slots, in watts, with gaps; older slots are overwritten. */
final class SlotHistory {

  private static final long NEVER = Long.MIN_VALUE;

  private final long[] slots;
  private final double[] watts;
  private long newest = NEVER;

  /**
   * @param capacity in slots, above 0
   */
  SlotHistory(int capacity) {
    slots = new long[capacity];
    watts = new double[capacity];
    Arrays.fill(slots, NEVER);
  }

  /** Keeps the mean of a slot. */
  void keep(long slot, double mean) {
    int at = place(slot);
    slots[at] = slot;
    watts[at] = mean;
    newest = Math.max(newest, slot);
  }

  /** Empty where the slot was not measured, or so long ago that it is forgotten. */
  OptionalDouble at(long slot) {
    int at = place(slot);
    return slots[at] == slot ? OptionalDouble.of(watts[at]) : OptionalDouble.empty();
  }

  /** Whether a slot lies after all that was kept. */
  boolean isAhead(long slot) {
    return slot > newest;
  }

  /** The greatest magnitude that is remembered, in watts; 0 when there is none. */
  double greatest() {
    double greatest = 0;
    for (double each : watts) {
      greatest = Math.max(greatest, Math.abs(each));
    }
    return greatest;
  }

  private int place(long slot) {
    return (int) Math.floorMod(slot, (long) slots.length);
  }
}
