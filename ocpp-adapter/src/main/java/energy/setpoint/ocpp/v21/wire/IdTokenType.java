package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.Items;
import energy.setpoint.ocpp.payload.Length;
import java.util.List;
import java.util.Optional;

/** What a driver or vehicle shows. */
public record IdTokenType(
    @Length(255) String idToken,
    @Length(20) String type,
    @Items(min = 1) Optional<List<AdditionalInfoType>> additionalInfo) {}
