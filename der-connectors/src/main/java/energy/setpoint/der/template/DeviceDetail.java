package energy.setpoint.der.template;

/**
 * Something that a device tells of itself, for people: its serial number, its state, a counter. No
 * reading waits for it.
 *
 * @param name as the template calls it
 * @param address of the first register as sent on the wire, 0 to 65535
 */
public record DeviceDetail(
    String name, RegisterTable table, int address, DetailForm form, Polling polling) {}
