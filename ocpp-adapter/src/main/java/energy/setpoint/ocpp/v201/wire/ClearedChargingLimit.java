package energy.setpoint.ocpp.v201.wire;

import energy.setpoint.ocpp.payload.OneOf;
import java.util.Optional;

/** A limit from outside no longer holds. */
public record ClearedChargingLimit(
    @OneOf({"EMS", "Other", "SO", "CSO"}) String chargingLimitSource, Optional<Integer> evseId) {}
