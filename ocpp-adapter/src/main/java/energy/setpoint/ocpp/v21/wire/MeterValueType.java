package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.Items;
import java.time.Instant;
import java.util.List;

/** Measurements of one moment. */
public record MeterValueType(
    @Items(min = 1) List<SampledValueType> sampledValue, Instant timestamp) {}
