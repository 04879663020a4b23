package energy.setpoint.ocpp.traits;

/**
 * What a station is, by its BootNotification.
 *
 * @param firmware empty when it did not say
 */
public record Identity(String vendor, String model, String firmware) {}
