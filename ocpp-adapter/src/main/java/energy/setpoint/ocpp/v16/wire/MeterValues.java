package energy.setpoint.ocpp.v16.wire;

import energy.setpoint.ocpp.payload.Range;
import java.util.List;
import java.util.Optional;

/** Measurements that belong to no event. */
public record MeterValues(
    @Range(min = 0) int connectorId,
    List<MeterValue> meterValue,
    Optional<Integer> transactionId) {}
