package energy.setpoint.core.site;

/** Names a charging station; the last part of its OCPP connection URL. */
public record StationId(String value) {

  public StationId {
    Names.requireName("station id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
