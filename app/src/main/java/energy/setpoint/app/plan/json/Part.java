package energy.setpoint.app.plan.json;

import energy.setpoint.core.time.Interval;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.core.time.TimeGrid;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * An object of the document. Its values are asked for with the range they must lie in; what does
 * not becomes a finding, and reading goes on with a harmless value.
 */
public record Part(Findings findings) {

  /** Enough for any site, and far from where sums lose watts. */
  public static final double MOST = 1e9;

  public double required(String key, Optional<Double> value, double lowest, double highest) {
    if (value.isEmpty()) {
      findings.at(key).add("This is missing, expected " + range(lowest, highest) + ".");
    }
    return optional(key, value, lowest, highest, lowest);
  }

  public double optional(
      String key, Optional<Double> value, double lowest, double highest, double whenAbsent) {
    double number = value.orElse(whenAbsent);
    if (value.isPresent() && !isWithin(number, lowest, highest)) {
      findings.at(key).add(refusal(number, lowest, highest));
      return whenAbsent;
    }
    return number;
  }

  public int count(String key, Optional<Integer> value, int lowest, int highest, int whenAbsent) {
    int number = value.orElse(whenAbsent);
    if (value.isPresent() && (number < lowest || number > highest)) {
      findings
          .at(key)
          .add("This is %d, expected a number from %d to %d.".formatted(number, lowest, highest));
      return whenAbsent;
    }
    return number;
  }

  public double efficiency(String key, Optional<Double> value) {
    double efficiency = value.orElse(1.0);
    if (!(efficiency > 0 && efficiency <= 1)) {
      findings
          .at(key)
          .add(
              "This is "
                  + shown(efficiency)
                  + ", expected a number above 0 and at most 1."
                  + (efficiency > 1 && efficiency <= 100 ? " Maybe it is in percent." : ""));
      return 1;
    }
    return efficiency;
  }

  /** A name, checked by the constructor of its type. */
  public <T> Optional<T> name(
      String key, Optional<String> value, String whenAbsent, Function<String, T> type) {
    return findings.at(key).attempt(() -> type.apply(value.orElse(whenAbsent)));
  }

  /** A stretch of time; a wrong one is a mistake of its end. */
  public Optional<Interval> interval(
      String startKey,
      Optional<Instant> start,
      String endKey,
      Optional<Instant> end,
      Optional<TimeGrid> whenAbsent) {
    if (whenAbsent.isEmpty() && start.isEmpty()) {
      findings.at(startKey).add("This is missing, expected a time.");
    }
    if (whenAbsent.isEmpty() && end.isEmpty()) {
      findings.at(endKey).add("This is missing, expected a time.");
    }
    Optional<Instant> from = start.or(() -> whenAbsent.map(TimeGrid::start));
    Optional<Instant> until = end.or(() -> whenAbsent.map(TimeGrid::end));
    return from.isEmpty() || until.isEmpty()
        ? Optional.empty()
        : findings.at(endKey).attempt(() -> new Interval(from.get(), until.get()));
  }

  /** Of two keys that say the same in other units, at most one may be there. */
  public void eitherOr(String key, Optional<?> value, String otherKey, Optional<?> other) {
    if (value.isPresent() && other.isPresent()) {
      findings.at(key).add("Expected either this or " + otherKey + ", not both.");
    }
  }

  /** A list with one value for each step; a list of one holds for all steps. */
  public List<Double> series(
      String key, List<Double> values, int steps, double lowest, double highest) {
    if (values.size() != 1 && values.size() != steps) {
      findings
          .at(key)
          .add(
              values.isEmpty()
                  ? "This is missing, expected a number, or one for each of the "
                      + steps
                      + " steps."
                  : "These are %d values, expected one, or one for each of the %d steps."
                          .formatted(values.size(), steps)
                      + hintForClocks(values.size(), steps));
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

  /** Twice a year a day has 92 or 100 quarters. */
  private static String hintForClocks(int values, int steps) {
    int hour = Math.abs(values - steps);
    return hour * 24 == values || hour * 24 == steps
        ? " Maybe clocks change on this day, so that it has an hour less or more."
        : "";
  }

  public PowerCurve curve(
      String key, List<Double> values, TimeGrid grid, double lowest, double highest) {
    List<Double> watts = series(key, values, grid.size(), lowest, highest);
    return PowerCurve.generate(grid, watts::get);
  }

  /** The same with a default. */
  public PowerCurve curve(
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
  public static String shown(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? String.format(Locale.ROOT, "%.0f", number)
        : Double.toString(number);
  }
}
