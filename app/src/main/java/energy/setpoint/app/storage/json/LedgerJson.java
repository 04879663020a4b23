package energy.setpoint.app.storage.json;

import energy.setpoint.core.port.LedgerEntry;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.reconcile.Allowance;
import energy.setpoint.core.reconcile.AnswerCounts;
import energy.setpoint.core.reconcile.Disobedience;
import energy.setpoint.core.reconcile.HeldLimit;
import energy.setpoint.core.reconcile.Overruling;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Entries of ledgers as documents. */
public final class LedgerJson {

  private static final int VERSION = 1;

  private LedgerJson() {}

  public static String write(LedgerEntry entry) {
    ObjectNode document =
        Document.ofVersion(VERSION)
            .put("station", entry.evse().station().value())
            .put("evse", entry.evse().number());
    document.set("counts", counts(entry.counts()));
    entry.disobedience().ifPresent(it -> document.set("disobedience", disobedience(it)));
    entry.reported().ifPresent(it -> document.set("reported", reported(it)));
    if (!entry.overrulings().isEmpty()) {
      var overrulings = document.putArray("overrulings");
      entry.overrulings().stream().sorted().forEach(by -> overrulings.add(by.name()));
    }
    entry.order().ifPresent(it -> document.set("order", StandingOrderJson.write(it)));
    return Document.text(document);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException when the text is anything else
   */
  public static LedgerEntry read(String text) {
    return Document.read("ledger", VERSION, text, LedgerJson::entry);
  }

  private static LedgerEntry entry(JsonNode document) {
    EvseRef evse =
        new EvseRef(
            new StationId(document.required("station").stringValue()),
            document.required("evse").intValue());
    return new LedgerEntry(
        evse,
        counts(document.required("counts")),
        find(document, "disobedience").map(LedgerJson::disobedience),
        find(document, "reported").map(LedgerJson::reported),
        document
            .path("overrulings")
            .valueStream()
            .map(by -> Overruling.valueOf(by.stringValue()))
            .collect(Collectors.toSet()),
        find(document, "order").map(it -> StandingOrderJson.read(evse, it)));
  }

  private static Optional<JsonNode> find(JsonNode document, String field) {
    return Optional.of(document.path(field)).filter(JsonNode::isObject);
  }

  private static ObjectNode counts(AnswerCounts counts) {
    return Document.object()
        .put("accepted", counts.accepted())
        .put("refused", counts.refused())
        .put("unanswered", counts.unanswered())
        .put("contradicted", counts.contradicted())
        .put("senseless", counts.senseless());
  }

  private static AnswerCounts counts(JsonNode document) {
    return new AnswerCounts(
        document.required("accepted").longValue(),
        document.required("refused").longValue(),
        document.required("unanswered").longValue(),
        document.required("contradicted").longValue(),
        document.required("senseless").longValue());
  }

  private static ObjectNode disobedience(Disobedience disobedience) {
    return Document.object()
        .put("kind", disobedience.kind().name())
        .put("reason", disobedience.reason())
        .put("since", disobedience.since().toString())
        .put("times", disobedience.times());
  }

  private static Disobedience disobedience(JsonNode document) {
    return new Disobedience(
        Disobedience.Kind.valueOf(document.required("kind").stringValue()),
        document.required("reason").stringValue(),
        Document.instant(document.required("since")),
        document.required("times").intValue());
  }

  private static ObjectNode reported(HeldLimit held) {
    return Document.object()
        .put("at", held.at().toString())
        .put("drawMa", held.draw().milliamps())
        .put("feedMa", held.feed().milliamps())
        .put("expectedMa", held.expected().signed().milliamps())
        .put("verdict", held.verdict().name());
  }

  private static HeldLimit reported(JsonNode document) {
    return new HeldLimit(
        Document.instant(document.required("at")),
        current(document, "drawMa"),
        current(document, "feedMa"),
        Allowance.ofSigned(current(document, "expectedMa")),
        HeldLimit.Verdict.valueOf(document.required("verdict").stringValue()));
  }

  private static Current current(JsonNode document, String field) {
    return Current.ofMilliamps(document.required(field).longValue());
  }
}
