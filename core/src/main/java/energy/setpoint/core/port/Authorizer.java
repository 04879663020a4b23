package energy.setpoint.core.port;

import energy.setpoint.core.session.IdToken;
import energy.setpoint.core.site.StationId;

/** Decides who may charge. */
public interface Authorizer {

  boolean accepts(StationId station, IdToken token);
}
