package energy.setpoint.ocpp.gateway;

import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.rpc.transport.FrameTap;

/** Gives each connection its tap. */
@FunctionalInterface
public interface FrameTaps {

  FrameTaps NONE = (station, subprotocol) -> FrameTap.NONE;

  FrameTap open(StationId station, String subprotocol);
}
