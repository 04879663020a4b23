package energy.setpoint.core.site;

/**
 * Points at one EVSE of a station.
 *
 * @param number counted from 1 within the station, as {@code evse.id} in OCPP 2.x; in OCPP 1.6 the
 *     connector id
 */
public record EvseRef(StationId station, int number) implements ControlPoint {

  public EvseRef {
    if (number < 1) {
      throw new IllegalArgumentException(
          "EVSEs of " + station + " are counted from 1, but got " + number + ".");
    }
  }

  public static EvseRef of(String station, int number) {
    return new EvseRef(new StationId(station), number);
  }

  @Override
  public String toString() {
    return station + "/" + number;
  }
}
