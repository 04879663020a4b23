package energy.setpoint.ocpp.proxy;

/** What happens to a station whose CSMS cannot be reached. */
public enum LossPolicy {
  /** It is kept and answered here; what the CSMS must learn is kept and delivered later. */
  HOLD,
  /**
   * It is disconnected, so that it knows and keeps its messages itself, as a local controller does
   * (2.1 part 4 section 6.3).
   */
  CLOSE
}
