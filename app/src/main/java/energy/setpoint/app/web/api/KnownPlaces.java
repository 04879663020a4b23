package energy.setpoint.app.web.api;

import energy.setpoint.app.engine.EngineView;
import energy.setpoint.app.web.problem.ProblemType;
import energy.setpoint.app.web.problem.Refusal;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.Station;
import energy.setpoint.core.site.StationId;
import java.util.List;

/** The stations and EVSEs that requests name, and what may be asked of them. */
public record KnownPlaces(EngineView engine) {

  /**
   * A station of the site.
   *
   * @throws Refusal when it is not there
   */
  public StationId require(String station) {
    return engine.site().stations().stream()
        .map(Station::id)
        .filter(id -> id.value().equals(station))
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("station", station));
  }

  /**
   * An EVSE of the site.
   *
   * @throws Refusal when it is not there
   */
  public EvseRef require(StationId station, int evse) {
    return engine
        .site()
        .evses()
        .map(Evse::ref)
        .filter(ref -> ref.station().equals(station) && ref.number() == evse)
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("EVSE of " + station, String.valueOf(evse)));
  }

  /**
   * @param action as it is on the wire, which is how the site file names what people may send
   * @throws Refusal when the site file does not allow it
   */
  public void demandAllowed(String action) {
    if (!engine.stations().allows(action)) {
      throw new Refusal(ProblemType.FORBIDDEN, "The site file does not allow '" + action + "'.");
    }
  }

  /**
   * What was lost of what a station accepted.
   *
   * @throws Refusal when it did not accept
   */
  public static List<String> losses(IntentOutcome outcome) {
    return switch (outcome) {
      case IntentOutcome.Accepted accepted -> accepted.losses();
      case IntentOutcome.Refused refused ->
          throw new Refusal(ProblemType.STATION_REFUSED, refused.reason());
      case IntentOutcome.Unanswered unanswered ->
          throw new Refusal(ProblemType.STATION_SILENT, unanswered.reason());
      case IntentOutcome.NotSent notSent ->
          throw new Refusal(ProblemType.NOT_SENT, notSent.reason());
    };
  }
}
