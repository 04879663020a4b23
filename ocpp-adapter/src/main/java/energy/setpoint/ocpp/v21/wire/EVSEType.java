package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.Range;
import java.util.Optional;

/** An EVSE and maybe one of its connectors. */
public record EVSEType(@Range(min = 0) int id, @Range(min = 0) Optional<Integer> connectorId) {}
