package energy.setpoint.ocpp.v201.wire;

import energy.setpoint.ocpp.payload.Items;
import energy.setpoint.ocpp.payload.OneOf;
import java.util.List;
import java.util.Optional;

/** The charging profiles that are installed. */
public record ReportChargingProfiles(
    int requestId,
    @OneOf({"EMS", "Other", "SO", "CSO"}) String chargingLimitSource,
    @Items(min = 1) List<ChargingProfileType> chargingProfile,
    int evseId,
    Optional<Boolean> tbc) {}
