package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.Length;
import java.util.Optional;

/** A unit and the power of ten before it. */
public record UnitOfMeasureType(@Length(20) Optional<String> unit, Optional<Integer> multiplier) {}
