package energy.setpoint.app.storage.query;

import energy.setpoint.core.site.StationId;
import java.util.List;

/** What was sent to stations. */
public interface IntentQueries {

  /** Intents to one station with their messages, in the order of sending, newest first. */
  List<IntentRecord> listNewest(StationId station, Page page);
}
