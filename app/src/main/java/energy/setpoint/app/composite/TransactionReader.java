package energy.setpoint.app.composite;

import energy.setpoint.app.composite.document.CaseDocument;
import energy.setpoint.app.composite.document.TransactionDocument;
import energy.setpoint.app.composite.document.TransactionDocument.DelayDocument;
import energy.setpoint.app.plan.json.Findings;
import energy.setpoint.app.plan.json.Part;
import energy.setpoint.ocpp.composite.station.Transaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the transactions of a station. */
record TransactionReader(CaseDocument document, Findings findings) {

  private static final int MOST_DELAY = 999_999_999;

  List<Transaction> read() {
    List<Transaction> transactions = new ArrayList<>();
    for (int i = 0; i < document.transactions().size(); i++) {
      read(document.transactions().get(i), findings.at(i)).ifPresent(transactions::add);
    }
    return transactions;
  }

  private Optional<Transaction> read(TransactionDocument transaction, Findings here) {
    int before = here.count();
    Part part = new Part(here);
    require("id", transaction.id(), here);
    require("evse", transaction.evse(), here);
    require("started", transaction.started(), here);
    int evse = part.count("evse", transaction.evse(), 1, StationReader.MOST_EVSES, 1);
    if (document.evses().stream().noneMatch(e -> e.id().filter(id -> id == evse).isPresent())) {
      here.at("evse").add("This is " + evse + ", but there is no such EVSE.");
    }
    part.count("soc", transaction.soc(), 0, 100, 0);
    Map<Integer, List<Integer>> delays = delays(transaction.delays(), here.at("delays"));
    if (here.count() > before) {
      return Optional.empty();
    }
    return here.attempt(() ->
        new Transaction(
            transaction.id().orElseThrow(),
            evse,
            transaction.started().orElseThrow(),
            transaction.powerPathClosed(),
            transaction.ended(),
            transaction.soc(),
            transaction.priorityCharging().orElse(false),
            transaction.selectedSchedule(),
            delays));
  }

  private static void require(String key, Optional<?> value, Findings here) {
    if (value.isEmpty()) {
      here.at(key).add("This is missing.");
    }
  }

  private static Map<Integer, List<Integer>> delays(List<DelayDocument> drawn, Findings here) {
    Map<Integer, List<Integer>> delays = new HashMap<>();
    for (int i = 0; i < drawn.size(); i++) {
      Findings at = here.at(i);
      require("profile", drawn.get(i).profile(), at);
      List<Integer> seconds = drawn.get(i).seconds();
      if (seconds.stream().anyMatch(s -> s < 0 || s > MOST_DELAY)) {
        at.at("seconds").add("These are " + seconds + ", expected numbers of 0 or more.");
      }
      drawn.get(i).profile().ifPresent(profile -> delays.put(profile, seconds));
    }
    return delays;
  }
}
