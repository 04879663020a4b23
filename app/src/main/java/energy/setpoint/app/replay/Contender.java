package energy.setpoint.app.replay;

import energy.setpoint.core.plan.PlanOptimizer;
import energy.setpoint.optimizer.Optimizers;
import energy.setpoint.optimizer.strategy.Strategies;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One way to run the same sessions.
 *
 * @param name for the table
 * @param optimizer empty when nobody tells the stations anything
 * @param forecasts whether the engine learns from past days what to expect
 */
record Contender(String name, Optional<PlanOptimizer> optimizer, boolean forecasts) {

  static final String SETPOINT = "setpoint";

  static Contender uncontrolled() {
    return new Contender(Strategies.UNCONTROLLED, Optional.empty(), false);
  }

  static Contender setpoint() {
    return new Contender(SETPOINT, Optional.of(Optimizers.linearWithFallback()), true);
  }

  /** Shows what the forecasts are worth. */
  static Contender withoutForecasts() {
    return new Contender(
        SETPOINT + " without forecasts", Optional.of(Optimizers.linearWithFallback()), false);
  }

  static List<Contender> all() {
    List<Contender> all = new ArrayList<>();
    all.add(setpoint());
    all.add(withoutForecasts());
    for (String name : Strategies.names()) {
      all.add(
          name.equals(Strategies.UNCONTROLLED)
              ? uncontrolled()
              : new Contender(name, Optional.of(Strategies.named(name)), false));
    }
    return all;
  }
}
