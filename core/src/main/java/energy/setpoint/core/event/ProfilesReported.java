package energy.setpoint.core.event;

import energy.setpoint.core.site.StationId;
import java.time.Instant;
import java.util.List;

/**
 * A station told which charging profiles it holds, of ours and of others.
 *
 * @param fallbackMissing true when it does not hold the fallback that it accepted
 * @param concerns what is not as it should be, one sentence each, for people; empty when all is
 *     well
 */
public record ProfilesReported(
    StationId station, Instant at, boolean fallbackMissing, List<String> concerns)
    implements StationEvent {

  public ProfilesReported {
    concerns = List.copyOf(concerns);
  }
}
