package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.Length;
import energy.setpoint.ocpp.payload.Range;
import java.util.Optional;

/** A limit from outside no longer holds. */
public record ClearedChargingLimit(
    @Length(20) String chargingLimitSource, @Range(min = 0) Optional<Integer> evseId) {}
