package energy.setpoint.der.mqtt;

import energy.setpoint.der.device.Reason;

/** A connection that was not made. */
final class BrokerRefusal extends Exception {

  private static final long serialVersionUID = 1L;

  private final String reason;
  private final boolean perhapsVersion;

  /**
   * @param perhapsVersion whether the broker may have disliked the version of MQTT, rather than
   *     being away or disliking the user
   */
  BrokerRefusal(Throwable cause, boolean perhapsVersion) {
    super(cause);
    this.reason = Reason.of(cause);
    this.perhapsVersion = perhapsVersion;
  }

  /** The words of the client, for operators. */
  String reason() {
    return reason;
  }

  boolean isPerhapsVersion() {
    return perhapsVersion;
  }
}
