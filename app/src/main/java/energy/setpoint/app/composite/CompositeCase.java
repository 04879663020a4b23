package energy.setpoint.app.composite;

import energy.setpoint.ocpp.composite.CompositeAnswer;
import energy.setpoint.ocpp.composite.CompositeDialect;
import energy.setpoint.ocpp.composite.CompositeRequest;
import energy.setpoint.ocpp.composite.CompositeSchedules;
import energy.setpoint.ocpp.composite.InstalledProfiles;
import energy.setpoint.ocpp.composite.station.Station;

/**
 * A question that can be answered.
 *
 * @param dialect the version of OCPP
 * @param installed the profiles at the station
 * @param station what else is known of it
 * @param request what is asked
 */
public record CompositeCase(
    CompositeDialect dialect,
    InstalledProfiles installed,
    Station station,
    CompositeRequest request) {

  /** The answer of the station, if it does as its version says. */
  public CompositeAnswer answer() {
    return CompositeSchedules.answer(installed, station, request);
  }
}
