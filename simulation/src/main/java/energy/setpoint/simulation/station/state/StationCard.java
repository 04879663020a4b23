package energy.setpoint.simulation.station.state;

/**
 * What a station says of itself when it boots; vendor and model have at most 20 characters.
 *
 * @param serial empty when it is taken from the station's name
 */
public record StationCard(String vendor, String model, String serial, String firmware) {

  private static final int LONGEST_SERIAL = 25;

  public StationCard withFirmware(String version) {
    return new StationCard(vendor, model, serial, version);
  }

  public StationCard named(String station) {
    String own = station.substring(0, Math.min(LONGEST_SERIAL, station.length()));
    return serial.isEmpty() ? new StationCard(vendor, model, own, firmware) : this;
  }
}
