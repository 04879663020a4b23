package energy.setpoint.optimizer.linear;

import java.util.Arrays;

/** A growing sum of variables times factors. A variable may occur more than once. */
public final class Terms {

  private int[] columns = new int[8];
  private double[] factors = new double[8];
  private int size;

  public static Terms of(Variable variable, double factor) {
    return new Terms().plus(variable, factor);
  }

  /** Adds a summand; a factor of zero is left out. */
  public Terms plus(Variable variable, double factor) {
    if (factor != 0) {
      append(variable.index(), factor);
    }
    return this;
  }

  public Terms plus(Variable variable) {
    return plus(variable, 1);
  }

  /** Adds a multiple of another sum. */
  public Terms plus(Terms other, double factor) {
    for (int i = 0; i < other.size && factor != 0; i++) {
      append(other.columns[i], factor * other.factors[i]);
    }
    return this;
  }

  private void append(int column, double factor) {
    if (size == columns.length) {
      columns = Arrays.copyOf(columns, size * 2);
      factors = Arrays.copyOf(factors, size * 2);
    }
    columns[size] = column;
    factors[size++] = factor;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  /** The number of summands. */
  public int size() {
    return size;
  }

  /** The index of a summand's variable. */
  public int column(int summand) {
    return columns[summand];
  }

  public double factor(int summand) {
    return factors[summand];
  }

  /**
   * The factors, one for each column of a model.
   *
   * @param count of columns
   */
  public double[] perColumn(int count) {
    double[] sums = new double[count];
    for (int i = 0; i < size; i++) {
      sums[columns[i]] += factors[i];
    }
    return sums;
  }

  /**
   * The value of the sum.
   *
   * @param values one for each column of the model
   */
  public double at(double[] values) {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += factors[i] * values[columns[i]];
    }
    return sum;
  }
}
