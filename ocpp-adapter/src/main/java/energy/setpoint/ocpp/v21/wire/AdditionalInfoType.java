package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.Length;

/** More that identifies the bearer of a token. */
public record AdditionalInfoType(@Length(255) String additionalIdToken, @Length(50) String type) {}
