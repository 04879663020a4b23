package energy.setpoint.simulation.station;

/** What a station says of itself when it boots; vendor and model have at most 20 characters. */
public record StationCard(String vendor, String model, String serial, String firmware) {}
