package energy.setpoint.ocpp.proxy.outage;

import energy.setpoint.ocpp.rpc.frame.Frame;

/**
 * A call as a station sent it.
 *
 * @param text as received
 */
public record StationCall(Frame.Call call, String text) {}
