package energy.setpoint.ocpp.composite;

import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.composite.station.Station;
import energy.setpoint.ocpp.composite.station.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A part of the window in which one transaction, or none, is on an EVSE. Without one, the schedule
 * is calculated as if there were one since the EVSE became free (K08.FR.06).
 *
 * @param during the part
 * @param transaction absent while the EVSE is free
 */
record Occupation(Interval during, Optional<Transaction> transaction) {

  /** Cuts a window where transactions on an EVSE start and end. */
  static List<Occupation> of(Station station, int evseId, Interval window) {
    TreeSet<Instant> cuts = new TreeSet<>();
    cuts.add(window.end());
    station.transactions().stream()
        .filter(transaction -> transaction.evseId() == evseId)
        .forEach(transaction -> {
          cuts.add(transaction.started());
          transaction.ended().ifPresent(cuts::add);
        });
    List<Occupation> parts = new ArrayList<>();
    Instant from = window.start();
    for (Instant cut : cuts.tailSet(window.start(), false).headSet(window.end(), true)) {
      parts.add(new Occupation(new Interval(from, cut), station.findTransaction(evseId, from)));
      from = cut;
    }
    return parts;
  }

  /** From when relative profiles count. */
  Instant relativeStart(CompositeRules rules) {
    return transaction.map(rules.relativeStart()).orElse(during.start());
  }

  Optional<Integer> soc() {
    return transaction.flatMap(Transaction::soc);
  }

  boolean hasPriority() {
    return transaction.filter(Transaction::priorityCharging).isPresent();
  }
}
