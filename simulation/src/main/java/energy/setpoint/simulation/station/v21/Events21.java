package energy.setpoint.simulation.station.v21;

import energy.setpoint.simulation.profile.ChargingProfile;
import energy.setpoint.simulation.profile.OperationMode;
import energy.setpoint.simulation.profile.Purpose;
import energy.setpoint.simulation.station.line.Call;
import energy.setpoint.simulation.station.line.Json;
import energy.setpoint.simulation.station.state.ConnectorState;
import energy.setpoint.simulation.station.state.Transaction;
import energy.setpoint.simulation.station.v2x.Stations;
import energy.setpoint.simulation.station.v2x.TransactionEvents;
import energy.setpoint.simulation.station.v2x.profile.PeriodWriter;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What 2.1 tells otherwise than 2.0.1, or alone. */
final class Events21 {

  private Events21() {}

  /** Another operation mode has begun (K01.FR.110). */
  static Call modeChanged(
      Transaction tx, ConnectorState state, OperationMode mode, Instant at, boolean offline) {
    Optional<String> word = TransactionEvents.chargingState(state);
    Call call = TransactionEvents.updated(tx, "OperationModeChanged", word, at, offline);
    info(call).put("operationMode", PeriodWriter.word(mode));
    return call;
  }

  static Call priority(String transactionId, boolean on) {
    ObjectNode payload = Json.object().put("transactionId", transactionId).put("activated", on);
    return new Call("NotifyPriorityCharging", payload);
  }

  /** Local generation is told as such (K27.FR.03). */
  static Call limited(ChargingProfile external) {
    boolean generated = external.purpose() == Purpose.LOCAL_GENERATION;
    ObjectNode limit =
        Json.object().put("chargingLimitSource", "EMS").put("isLocalGeneration", generated);
    return Stations.limited(external, limit);
  }

  private static ObjectNode info(Call transactionEvent) {
    return (ObjectNode) transactionEvent.payload().path("transactionInfo");
  }
}
