package energy.setpoint.ocpp.v201.wire;

import energy.setpoint.ocpp.payload.Length;
import java.util.Optional;

/** A variable of the device model. */
public record VariableType(@Length(50) String name, @Length(50) Optional<String> instance) {}
