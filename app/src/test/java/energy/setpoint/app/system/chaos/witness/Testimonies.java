package energy.setpoint.app.system.chaos.witness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** All transactions that stations told of, in the order of their beginnings. Thread-safe. */
public final class Testimonies {

  private final List<Testimony> all = new ArrayList<>();

  /** Said again after a lost answer, it is the same transaction. */
  synchronized void said(TransactionReport report) {
    switch (report.kind()) {
      case STARTED -> {
        if (indexOf(report).isEmpty()) {
          all.add(Testimony.of(report));
        }
      }
      case ENDED -> indexOf(report).ifPresent(i -> all.set(i, all.get(i).endedBy(report, false)));
    }
  }

  synchronized void answered(TransactionReport report, JsonNode answer) {
    indexOf(report)
        .ifPresent(i -> {
          Testimony before = all.get(i);
          switch (report.kind()) {
            case STARTED -> {
              String given = Integer.toString(answer.path("transactionId").asInt());
              all.set(i, before.accepted(report.id().orElse(given)));
            }
            case ENDED -> all.set(i, before.endedBy(report, true));
          }
        });
  }

  private Optional<Integer> indexOf(TransactionReport report) {
    for (int i = all.size() - 1; i >= 0; i--) {
      if (isSame(all.get(i), report)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private static boolean isSame(Testimony known, TransactionReport report) {
    if (!known.station().equals(report.station())) {
      return false;
    }
    return report.id().isPresent()
        ? known.id().equals(report.id())
        : known.evse() == report.evse() && known.started().equals(report.at());
  }

  public synchronized List<Testimony> all() {
    return List.copyOf(all);
  }
}
