package energy.setpoint.app.storage.query;

import energy.setpoint.core.port.SecurityEvent;
import energy.setpoint.core.site.StationId;
import java.util.List;
import java.util.Optional;

/** What happened that matters for security. */
public interface SecurityEventQueries {

  /**
   * In the order of arrival, newest first.
   *
   * @param station only its events; all where it is empty
   */
  List<SecurityEvent> listNewest(Optional<StationId> station, Page page);
}
