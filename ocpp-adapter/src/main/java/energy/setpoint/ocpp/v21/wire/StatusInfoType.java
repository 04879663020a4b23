package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.Length;
import java.util.Optional;

/** Why a status was given. */
public record StatusInfoType(
    @Length(20) String reasonCode, @Length(1024) Optional<String> additionalInfo) {}
