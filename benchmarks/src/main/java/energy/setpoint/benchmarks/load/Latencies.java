package energy.setpoint.benchmarks.load;

import java.util.Arrays;
import java.util.Locale;

/**
 * Times from when something should have been sent to its answer, so that a sender that is held up
 * does not hide it.
 *
 * @param sortedNanos ascending
 */
record Latencies(long[] sortedNanos) {

  /**
   * @param nanos in any order; negative where no answer came
   */
  static Latencies of(long[] nanos) {
    return new Latencies(Arrays.stream(nanos).filter(it -> it >= 0).sorted().toArray());
  }

  int count() {
    return sortedNanos.length;
  }

  /**
   * @param share from 0 to 1; 1 is the slowest
   */
  double millis(double share) {
    if (sortedNanos.length == 0) {
      return Double.NaN;
    }
    int index = (int) Math.ceil(share * sortedNanos.length) - 1;
    return sortedNanos[Math.clamp(index, 0, sortedNanos.length - 1)] / 1e6;
  }

  /** Half, nearly all, and the slowest, in milliseconds. */
  String text() {
    return String.format(Locale.ROOT, "%.1f | %.1f | %.1f", millis(0.5), millis(0.99), millis(1));
  }
}
