package energy.setpoint.optimizer.model;

import energy.setpoint.core.plan.part.SolarForecast;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.Variable;

/**
 * The production of one forecast: fixed, or a column for each step where it may be held back.
 * Maths: {@code docs/optimizer/solar-production.md}.
 *
 * @param columns magnitudes in kilowatts, up to what is forecast; none when it is not curtailable
 */
public record SolarColumns(SolarForecast forecast, Variable[] columns) {

  static SolarColumns of(LinearModel linear, SolarForecast forecast, int index) {
    int steps = forecast.curtailable() ? forecast.production().size() : 0;
    Variable[] columns = new Variable[steps];
    for (int step = 0; step < steps; step++) {
      double most = 0 - forecast.production().watts(step) / 1000;
      columns[step] = linear.variable("solar", String.valueOf(index), step, 0, most);
    }
    return new SolarColumns(forecast, columns);
  }

  /** What is forecast for a step in kilowatts, at least 0. */
  double forecastKw(int step) {
    return 0 - forecast.production().watts(step) / 1000;
  }
}
