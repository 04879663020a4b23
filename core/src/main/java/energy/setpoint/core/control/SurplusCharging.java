package energy.setpoint.core.control;

/**
 * How an EVSE charges on solar surplus.
 *
 * @param reliance on the sun
 * @param switchesPhases whether it may be switched between one phase and three to use less or more
 */
public record SurplusCharging(Reliance reliance, boolean switchesPhases) {

  /** How much a vehicle relies on the sun. */
  public enum Reliance {
    /** It never takes anything else, and may leave with less than it needs. */
    ONLY,
    /** Once it would leave with less than it needs, it charges as planned. */
    UNTIL_URGENT
  }
}
