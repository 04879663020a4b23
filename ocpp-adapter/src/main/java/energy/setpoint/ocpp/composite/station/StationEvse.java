package energy.setpoint.ocpp.composite.station;

/**
 * An EVSE of the station, in 1.6 a connector.
 *
 * @param id 1 or more
 * @param supply how it is connected
 * @param rating what it can bear; one that says nothing of discharge cannot feed back
 */
public record StationEvse(int id, Supply supply, Rating rating) {

  public StationEvse {
    if (id < 1) {
      throw new IllegalArgumentException("EVSEs are counted from 1, but this is " + id + ".");
    }
  }
}
