package energy.setpoint.app.plan;

import energy.setpoint.app.plan.json.Findings;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.core.time.TimeGrid;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * An object of the document. Its values are asked for with the range they must lie in; what does
 * not becomes a finding, and reading goes on with a harmless value.
 */
record Part(Findings findings) {

  /** Enough for any site, and far from where sums lose watts. */
  static final double MOST = 1e9;

  double required(String key, Optional<Double> value, double lowest, double highest) {
    if (value.isEmpty()) {
      findings.at(key).add("This is missing, expected " + range(lowest, highest) + ".");
    }
    return optional(key, value, lowest, highest, lowest);
  }

  double optional(
      String key, Optional<Double> value, double lowest, double highest, double whenAbsent) {
    double number = value.orElse(whenAbsent);
    if (value.isPresent() && !isWithin(number, lowest, highest)) {
      findings.at(key).add(refusal(number, lowest, highest));
      return whenAbsent;
    }
    return number;
  }

  int count(String key, Optional<Integer> value, int lowest, int highest, int whenAbsent) {
    int number = value.orElse(whenAbsent);
    if (number < lowest || number > highest) {
      findings
          .at(key)
          .add("This is %d, expected a number from %d to %d.".formatted(number, lowest, highest));
      return whenAbsent;
    }
    return number;
  }

  double efficiency(String key, Optional<Double> value) {
    double efficiency = value.orElse(1.0);
    if (!(efficiency > 0 && efficiency <= 1)) {
      findings.at(key).add("This is " + efficiency + ", expected a number above 0 and at most 1.");
      return 1;
    }
    return efficiency;
  }

  /** A list with one value for each step; a list of one holds for all steps. */
  List<Double> series(String key, List<Double> values, int steps, double lowest, double highest) {
    if (values.size() != 1 && values.size() != steps) {
      findings
          .at(key)
          .add(
              values.isEmpty()
                  ? "This is missing, expected a number, or one for each of the "
                      + steps
                      + " steps."
                  : "These are %d values, expected one, or one for each of the %d steps."
                      .formatted(values.size(), steps));
      return constant(lowest, steps);
    }
    for (int i = 0; i < values.size(); i++) {
      if (!isWithin(values.get(i), lowest, highest)) {
        // One wrong value says enough about a list.
        findings.at(key).at(i).add(refusal(values.get(i), lowest, highest));
        return constant(Math.clamp(0, lowest, highest), steps);
      }
    }
    return values.size() == 1 ? constant(values.getFirst(), steps) : values;
  }

  PowerCurve curve(String key, List<Double> values, TimeGrid grid, double lowest, double highest) {
    List<Double> watts = series(key, values, grid.size(), lowest, highest);
    return PowerCurve.generate(grid, watts::get);
  }

  /** The same with a default. */
  PowerCurve curve(
      String key,
      List<Double> values,
      TimeGrid grid,
      double lowest,
      double highest,
      DoubleUnaryOperator wattsOfStepWhenAbsent) {
    return values.isEmpty()
        ? PowerCurve.generate(grid, step -> wattsOfStepWhenAbsent.applyAsDouble(step))
        : curve(key, values, grid, lowest, highest);
  }

  private static List<Double> constant(double value, int steps) {
    return IntStream.range(0, steps).mapToObj(step -> value).toList();
  }

  private static boolean isWithin(double number, double lowest, double highest) {
    return number >= lowest && number <= highest;
  }

  private static String refusal(double number, double lowest, double highest) {
    return "This is " + shown(number) + ", expected " + range(lowest, highest) + ".";
  }

  private static String range(double lowest, double highest) {
    return "a number from " + shown(lowest) + " to " + shown(highest);
  }

  /** Without a needless fraction: 11000, not 11000.0 or 1.1E4. */
  private static String shown(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? String.format(Locale.ROOT, "%.0f", number)
        : Double.toString(number);
  }
}
