package energy.setpoint.ocpp.proxy.outage;

/**
 * A charging profile of the CSMS.
 *
 * @param request payload of its SetChargingProfile call
 * @param inStation true when the station has accepted it, too
 */
public record KeptProfile(int id, String request, boolean inStation) {}
