package energy.setpoint.simulation.station.v2x;

import energy.setpoint.simulation.station.Answer;
import energy.setpoint.simulation.station.StationControls;
import energy.setpoint.simulation.station.line.CallRefused;
import energy.setpoint.simulation.station.line.Json;
import energy.setpoint.simulation.station.state.ConnectorState;
import energy.setpoint.simulation.station.state.Reservation;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reservations of a 2.x station (part 2, H01, H02). */
public final class ReservationAnswers {

  private ReservationAnswers() {}

  public static Map<String, Answer> all() {
    return Map.of(
        "ReserveNow", ReservationAnswers::reserve,
        "CancelReservation", ReservationAnswers::cancel);
  }

  /** H01.FR.02 to .24; of the connectors only the EVSE counts. */
  private static ObjectNode reserve(JsonNode payload, StationControls station) throws CallRefused {
    Optional<Instant> expiry = Json.findInstant(payload, "expiryDateTime");
    if (expiry.filter(station.now()::isBefore).isEmpty()) {
      return Json.status("Rejected", "InvalidValue", "The reservation is over already");
    }
    Reservation wished =
        new Reservation(
            Json.requireInt(payload, "id"),
            Json.requireText(payload.path("idToken"), "idToken"),
            expiry.get());
    Optional<ConnectorState> state =
        station.reservations().reserve(Json.findInt(payload, "evseId"), wished);
    return Json.status(state.map(ReservationAnswers::word).orElse("Rejected"));
  }

  private static String word(ConnectorState state) {
    return switch (state) {
      case AVAILABLE -> "Accepted";
      case UNAVAILABLE -> "Unavailable";
      case PREPARING, CHARGING, SUSPENDED_EV, SUSPENDED_EVSE, FINISHING, RESERVED -> "Occupied";
    };
  }

  private static ObjectNode cancel(JsonNode payload, StationControls station) throws CallRefused {
    boolean known = station.reservations().cancel(Json.requireInt(payload, "reservationId"));
    return Json.status(known ? "Accepted" : "Rejected");
  }
}
