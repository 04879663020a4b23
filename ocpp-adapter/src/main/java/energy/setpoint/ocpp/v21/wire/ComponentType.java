package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.Length;
import java.util.Optional;

/** A component of the device model. */
public record ComponentType(
    @Length(50) String name, Optional<EVSEType> evse, @Length(50) Optional<String> instance) {}
