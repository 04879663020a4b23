package energy.setpoint.ocpp.composite.check;

/**
 * Something in a profile that its version forbids.
 *
 * @param pointer where, as a JSON pointer from {@code SetChargingProfile} on
 * @param detail a sentence with the value, the rule and where that is written
 */
public record Breach(String pointer, String detail) {}
