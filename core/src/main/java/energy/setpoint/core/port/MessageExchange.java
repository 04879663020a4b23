package energy.setpoint.core.port;

/**
 * One message to a device and its answer, as they went over the wire.
 *
 * @param id of the message
 * @param action such as {@code SetChargingProfile}
 * @param request payload as sent
 * @param response payload or error as received; empty when none came
 */
public record MessageExchange(String id, String action, String request, String response) {}
