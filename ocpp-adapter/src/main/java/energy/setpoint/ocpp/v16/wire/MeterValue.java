package energy.setpoint.ocpp.v16.wire;

import java.time.Instant;
import java.util.List;

/** Measurements of one moment. */
public record MeterValue(Instant timestamp, List<SampledValue> sampledValue) {}
