package energy.setpoint.ocpp.server;

import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.dialect.OcppDialect;

/** A station that has proved itself, and the version that it chose. */
record Admitted(StationId station, OcppDialect dialect) {}
