package energy.setpoint.core.intent;

import energy.setpoint.core.der.DerControl;
import energy.setpoint.core.der.DerSelection;
import energy.setpoint.core.site.StationId;

/** What a utility wants of the inverters behind a station (OCPP 2.1 part 2, use case R04). */
public sealed interface DerIntent extends RequestedIntent {

  /** Set a control, for all EVSEs of the station. */
  record SetControl(StationId station, DerControl control) implements DerIntent {}

  /** Take controls away; none to take away is no failure. */
  record ClearControls(StationId station, DerSelection which) implements DerIntent {}

  /**
   * Have every control reported that is set.
   *
   * @param requestId repeated in the reports, at least 0
   */
  record AskForControls(StationId station, int requestId) implements DerIntent {}
}
