package energy.setpoint.simulation.profile;

import java.util.Optional;

/** New values for a dynamic profile (2.1, ChargingScheduleUpdateType); what is absent stays. */
public record ScheduleUpdate(
    Optional<PhaseValues> limit,
    Optional<PhaseValues> dischargeLimit,
    Optional<PhaseValues> setpoint) {}
