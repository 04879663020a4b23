package energy.setpoint.optimizer.flat;

import java.util.Map;
import java.util.TreeMap;

/** A weighed sum of columns and a constant. */
final class Sum {

  private final Map<Integer, Double> factors = new TreeMap<>();
  private double constant;

  static Sum of(double constant) {
    return new Sum().plus(constant);
  }

  Sum plus(double more) {
    constant += more;
    return this;
  }

  Sum plus(int column, double factor) {
    factors.merge(column, factor, Double::sum);
    return this;
  }

  Sum plus(Sum other, double factor) {
    other.factors.forEach((column, weight) -> plus(column, weight * factor));
    return plus(other.constant * factor);
  }

  Map<Integer, Double> factors() {
    return factors;
  }

  double constant() {
    return constant;
  }

  boolean isConstant() {
    return factors.values().stream().allMatch(factor -> factor == 0);
  }

  double at(double[] values) {
    double sum = constant;
    for (var entry : factors.entrySet()) {
      sum += entry.getValue() * values[entry.getKey()];
    }
    return sum;
  }
}
