package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.Items;
import energy.setpoint.ocpp.payload.Length;
import energy.setpoint.ocpp.payload.Range;
import java.util.List;
import java.util.Optional;

/** The charging profiles that are installed. */
public record ReportChargingProfiles(
    int requestId,
    @Length(20) String chargingLimitSource,
    @Items(min = 1) List<ChargingProfileType> chargingProfile,
    @Range(min = 0) int evseId,
    Optional<Boolean> tbc) {}
