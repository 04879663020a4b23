package energy.setpoint.ocpp.v201.wire;

import energy.setpoint.ocpp.payload.Items;
import energy.setpoint.ocpp.payload.Length;
import energy.setpoint.ocpp.payload.OneOf;
import java.util.List;
import java.util.Optional;

/** What a driver or vehicle shows. */
public record IdTokenType(
    @Length(36) String idToken,
    @OneOf({
          "Central",
          "eMAID",
          "ISO14443",
          "ISO15693",
          "KeyCode",
          "Local",
          "MacAddress",
          "NoAuthorization"
        })
        String type,
    @Items(min = 1) Optional<List<AdditionalInfoType>> additionalInfo) {}
