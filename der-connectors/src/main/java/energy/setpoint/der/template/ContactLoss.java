package energy.setpoint.der.template;

/** What a battery does when no more setpoints reach it. */
public enum ContactLoss {
  /** Its own watchdog ends the last setpoint and the battery idles. */
  IDLES("idles"),
  /** It follows the last setpoint for as long as it can. */
  KEEPS_SETPOINT("keepsSetpoint");

  private final String key;

  ContactLoss(String key) {
    this.key = key;
  }

  /** How templates write it. */
  public String key() {
    return key;
  }
}
