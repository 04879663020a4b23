package energy.setpoint.ocpp.v201.wire;

import energy.setpoint.ocpp.payload.Length;
import java.util.Optional;

/** Why a status was given. */
public record StatusInfoType(
    @Length(20) String reasonCode, @Length(512) Optional<String> additionalInfo) {}
