package energy.setpoint.simulation.profile;

/** What a station answers to a charging profile. */
public sealed interface Verdict {

  /** The profile is installed. */
  record Installed() implements Verdict {}

  /**
   * The profile is refused.
   *
   * @param reasonCode from the appendix of OCPP 2.x, at most 20 characters
   * @param explanation for a reader of the log
   */
  record Refused(String reasonCode, String explanation) implements Verdict {}
}
