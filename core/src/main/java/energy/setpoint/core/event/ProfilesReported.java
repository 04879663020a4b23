package energy.setpoint.core.event;

import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A station told which charging profiles it holds, of ours and of others.
 *
 * @param fallbackMissing true when it does not hold the fallback that it accepted
 * @param hiddenAt numbers of the EVSEs at which a default profile of somebody else may go before
 *     the fallback; 0 for all of the station
 * @param concerns what is not as it should be, one sentence each, for people; empty when all is
 *     well
 */
public record ProfilesReported(
    StationId station,
    Instant at,
    boolean fallbackMissing,
    Set<Integer> hiddenAt,
    List<String> concerns)
    implements StationEvent {

  public ProfilesReported {
    hiddenAt = Set.copyOf(hiddenAt);
    concerns = List.copyOf(concerns);
  }

  /**
   * Whether an EVSE may rest at something else than the fallback, although the station holds it.
   */
  public boolean hidesFallbackAt(EvseRef evse) {
    return hiddenAt.contains(0) || hiddenAt.contains(evse.number());
  }
}
