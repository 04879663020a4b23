package energy.setpoint.ocpp.composite;

/** The answer to {@code GetCompositeSchedule}. */
public sealed interface CompositeAnswer {

  /** The schedule. */
  record Accepted(CompositeSchedule schedule) implements CompositeAnswer {}

  /**
   * The station has no such EVSE (K08.FR.05) or not this unit (K08.FR.07).
   *
   * @param reasonCode as in the appendices of OCPP 2.x
   * @param reason a sentence with the requirement
   */
  record Rejected(String reasonCode, String reason) implements CompositeAnswer {}
}
