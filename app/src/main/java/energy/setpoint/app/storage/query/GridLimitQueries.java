package energy.setpoint.app.storage.query;

import energy.setpoint.core.signal.GridLimitChange;
import energy.setpoint.core.site.SiteId;
import java.util.List;

/** When grid limits came and went. */
public interface GridLimitQueries {

  /** Newest first. */
  List<GridLimitChange> listNewest(SiteId site, Page page);
}
