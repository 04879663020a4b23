package energy.setpoint.core.intent;

/** How often a setpoint will be moved. */
public enum Pace {
  /** Every few minutes: each setpoint is a profile of its own. */
  STEADY,
  /** Every few seconds: one profile, and {@link AdjustSetpoint} from then on. */
  FAST
}
