package energy.setpoint.ocpp.v201.wire;

import energy.setpoint.ocpp.payload.Length;

/** More that identifies the bearer of a token. */
public record AdditionalInfoType(@Length(36) String additionalIdToken, @Length(50) String type) {}
