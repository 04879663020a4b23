package energy.setpoint.ocpp.overheard;

/** What becomes of a station's call that cannot reach the CSMS now. */
public sealed interface Keeping {

  /**
   * Kept and delivered later, in order: transaction messages, which must not be lost (1.6 section
   * 3.7, 2.0.1 E04.FR.01), security events (2.0.1 A04.FR.02), and a boot, before which a CSMS need
   * not listen.
   *
   * @param intermediate true when it may be given up where there is no room for all (2.0.1
   *     E11.FR.04): a measurement between start and end
   */
  record InOrder(boolean intermediate) implements Keeping {}

  /**
   * Only the newest one is kept and delivered: states.
   *
   * @param about what it is the state of; a newer one about the same replaces an older one
   */
  record Newest(String about) implements Keeping {}

  /** Means something only at the moment it is said, such as a heartbeat. */
  record ForNow() implements Keeping {}
}
