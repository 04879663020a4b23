package energy.setpoint.core.control;

/**
 * How an EVSE charges on solar surplus.
 *
 * @param until when it does not
 * @param switchesPhases whether it may be switched between one phase and three to use less or more
 */
public record SurplusCharging(Until until, boolean switchesPhases) {

  /** How long surplus is enough. */
  public enum Until {
    /** It never takes anything else; the vehicle may leave with less than it needs. */
    NEVER,
    /** From when the vehicle would leave with less than it needs, it charges as planned. */
    URGENT
  }
}
