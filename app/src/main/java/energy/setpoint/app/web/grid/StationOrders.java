package energy.setpoint.app.web.grid;

import energy.setpoint.app.engine.EngineView;
import energy.setpoint.app.web.api.StationWait;
import energy.setpoint.app.web.problem.ProblemType;
import energy.setpoint.app.web.problem.Refusal;
import energy.setpoint.core.intent.DerIntent;
import energy.setpoint.core.intent.RequestedIntent;
import energy.setpoint.core.intent.TariffIntent;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.site.StationId;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;

/** Tells stations what a request asked for, and answers the request with what became of it. */
@Component
final class StationOrders {

  private final EngineView engine;

  StationOrders(EngineView engine) {
    this.engine = engine;
  }

  /** A station of the site; one that is not there is refused. */
  StationId require(String id) {
    return engine.site().stations().stream()
        .map(station -> station.id())
        .filter(station -> station.value().equals(id))
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("station", id));
  }

  /** The number of an EVSE of the station; one that is not there is refused. */
  OptionalInt require(StationId station, OptionalInt evse) {
    if (evse.isPresent()
        && engine
            .site()
            .evses()
            .map(it -> it.ref())
            .noneMatch(it -> it.station().equals(station) && it.number() == evse.getAsInt())) {
      throw Refusal.notFound("EVSE of " + station, String.valueOf(evse.getAsInt()));
    }
    return evse;
  }

  /**
   * @throws Refusal when the site file forbids it, or the station did not accept it
   */
  OrderAnswer send(RequestedIntent intent) {
    String action = action(intent);
    if (!engine.stations().allows(action)) {
      throw new Refusal(ProblemType.FORBIDDEN, "The site file does not allow '" + action + "'.");
    }
    return switch (StationWait.of(engine.send(intent))) {
      case IntentOutcome.Accepted accepted -> new OrderAnswer(accepted.losses());
      case IntentOutcome.Refused refused ->
          throw new Refusal(ProblemType.STATION_REFUSED, refused.reason());
      case IntentOutcome.Unanswered unanswered ->
          throw new Refusal(ProblemType.STATION_SILENT, unanswered.reason());
      case IntentOutcome.NotSent notSent ->
          throw new Refusal(ProblemType.NOT_SENT, notSent.reason());
    };
  }

  /** What it is on the wire, which is how the site file names what people may send. */
  private static String action(RequestedIntent intent) {
    return switch (intent) {
      case DerIntent.SetControl _ -> "SetDERControl";
      case DerIntent.ClearControls _ -> "ClearDERControl";
      case DerIntent.AskForControls _ -> "GetDERControl";
      case TariffIntent.SetDefault _ -> "SetDefaultTariff";
      case TariffIntent.ChangeTransaction _ -> "ChangeTransactionTariff";
      case TariffIntent.Clear _ -> "ClearTariffs";
      case TariffIntent.AskForTariffs _ -> "GetTariffs";
    };
  }
}
