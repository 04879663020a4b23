package energy.setpoint.core.forecast.series;

import java.util.Arrays;

/** The last values of something. */
final class Ring {

  private final double[] values;
  private int next;
  private int size;

  Ring(int capacity) {
    values = new double[capacity];
  }

  void add(double value) {
    values[next] = value;
    next = (next + 1) % values.length;
    size = Math.min(size + 1, values.length);
  }

  int size() {
    return size;
  }

  /** 0 while there is none. */
  double mean() {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += values[i];
    }
    return size == 0 ? 0 : sum / size;
  }

  /**
   * By linear interpolation between the two nearest; there must be one value.
   *
   * @param share from 0 to 1
   */
  double quantile(double share) {
    double[] sorted = Arrays.copyOf(values, size);
    Arrays.sort(sorted);
    double position = share * (size - 1);
    int below = (int) position;
    int above = Math.min(below + 1, size - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
