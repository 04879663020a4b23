package energy.setpoint.core.port;

import energy.setpoint.core.intent.ChargingIntent;
import java.time.Instant;

/**
 * An intent from before a restart.
 *
 * @param accepted true when the station accepted it, false when no answer is known
 */
public record LoggedIntent(ChargingIntent intent, Instant sentAt, boolean accepted) {}
