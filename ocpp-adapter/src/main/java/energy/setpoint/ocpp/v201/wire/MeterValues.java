package energy.setpoint.ocpp.v201.wire;

import energy.setpoint.ocpp.payload.Items;
import energy.setpoint.ocpp.payload.Range;
import java.util.List;

/** Measurements that belong to no event. */
public record MeterValues(
    @Range(min = 0) int evseId, @Items(min = 1) List<MeterValueType> meterValue) {}
