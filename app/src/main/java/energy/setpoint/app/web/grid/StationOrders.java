package energy.setpoint.app.web.grid;

import energy.setpoint.app.engine.EngineView;
import energy.setpoint.app.web.api.KnownPlaces;
import energy.setpoint.app.web.api.StationWait;
import energy.setpoint.app.web.problem.Refusal;
import energy.setpoint.core.intent.DerIntent;
import energy.setpoint.core.intent.RequestedIntent;
import energy.setpoint.core.intent.TariffIntent;
import energy.setpoint.core.site.StationId;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;

/** Tells stations what a request asked for, and answers the request with what became of it. */
@Component
final class StationOrders {

  private final EngineView engine;
  private final KnownPlaces places;

  StationOrders(EngineView engine) {
    this.engine = engine;
    this.places = new KnownPlaces(engine);
  }

  StationId require(String station) {
    return places.require(station);
  }

  /** The number of an EVSE of the station, if any; one that is not there is refused. */
  OptionalInt require(StationId station, OptionalInt evse) {
    evse.ifPresent(number -> places.require(station, number));
    return evse;
  }

  /**
   * @throws Refusal when the site file forbids it, or the station did not accept it
   */
  OrderAnswer send(RequestedIntent intent) {
    places.demandAllowed(action(intent));
    return new OrderAnswer(KnownPlaces.losses(StationWait.of(engine.send(intent))));
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
