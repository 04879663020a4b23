package energy.setpoint.core.event;

import energy.setpoint.core.site.StationId;
import java.time.Instant;

/** Something that a charging station reported, or that happened to its connection. */
public sealed interface StationEvent
    permits StationConnected,
        StationLost,
        StationBooted,
        EvseStatusReported,
        TransactionStarted,
        TransactionEnded,
        EvseMeasured,
        NeedsReported,
        ScheduleAnnounced,
        PriorityChanged,
        ProfilesReported,
        DerEvent,
        TariffsReported,
        ExternalLimitEvent {

  StationId station();

  /** When it happened, as far as the station's clock can be trusted. */
  Instant at();
}
