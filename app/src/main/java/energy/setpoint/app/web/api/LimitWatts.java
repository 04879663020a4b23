package energy.setpoint.app.web.api;

import energy.setpoint.app.plan.json.Findings;
import energy.setpoint.app.plan.json.InvalidDocument;
import energy.setpoint.core.quantity.Power;
import java.util.Optional;

/** The key {@code limitW} of a body. */
final class LimitWatts {

  private static final double MOST_WATTS = 1e9;

  private LimitWatts() {}

  /**
   * The limit, a magnitude.
   *
   * @throws InvalidDocument when it is missing or cannot be meant
   */
  static Power of(Optional<Double> limitW) {
    double watts = limitW.orElse(-1.0);
    if (!(watts >= 0 && watts <= MOST_WATTS)) {
      Findings findings = Findings.ofDocument();
      findings
          .at("limitW")
          .add(
              limitW.map(w -> "This is " + w).orElse("This is missing")
                  + ", expected a number from 0 to 1000000000.");
      findings.throwIfAny(InvalidDocument.Kind.IMPOSSIBLE);
    }
    return new Power(watts);
  }
}
