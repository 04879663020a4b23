package energy.setpoint.core.plan;

/** How a plan deals with forecasts that may be wrong. */
public sealed interface Uncertainty {

  /** It takes the forecasts as they are. */
  record Ignored() implements Uncertainty {}
}
