package energy.setpoint.simulation.station.v21.cost;

import energy.setpoint.simulation.station.line.Call;
import energy.setpoint.simulation.station.state.Transaction;
import energy.setpoint.simulation.station.v2x.TransactionEvents;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What events of a transaction say of its tariff and its costs (2.1 part 2, I07, I11, I12). */
public final class CostEvents {

  private CostEvents() {}

  /** Another tariff holds for a transaction (I11.FR.07). */
  static Call tariffChanged(Transaction tx, Instant at, boolean offline) {
    Call call = TransactionEvents.updated(tx, "TariffChanged", Optional.empty(), at, offline);
    return withTariff(call, tx);
  }

  /** What it has cost so far, for its own sake (I12.FR.03). */
  static Call runningCost(Transaction tx, Instant at, boolean offline) {
    Call call = TransactionEvents.updated(tx, "RunningCost", Optional.empty(), at, offline);
    return withCosts(withTariff(call, tx), tx, false);
  }

  /** Names the tariff once, in the first event after it was chosen (I07.FR.32). */
  public static Call withTariff(Call event, Transaction tx) {
    tx.takeTariffToTell().ifPresent(id -> info(event).put("tariffId", id));
    return event;
  }

  public static Call withCosts(Call event, Transaction tx, boolean ended) {
    tx.costDetails(ended)
        .ifPresent(details -> event.payload().set("costDetails", CostWriter.write(details)));
    return event;
  }

  private static ObjectNode info(Call transactionEvent) {
    return (ObjectNode) transactionEvent.payload().path("transactionInfo");
  }
}
