package energy.setpoint.core.reading;

import energy.setpoint.core.site.DeviceId;
import java.time.Instant;

/** What a device measured or said, and how long that may be believed. */
public sealed interface DeviceReading
    permits MeterReading, InverterReading, BatteryReading, GridSignalReading {

  DeviceId device();

  Instant at();

  /** From this instant on the reading is stale and must not be used. */
  Instant validUntil();
}
