package energy.setpoint.ocpp.dialect;

import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The page about what each version can say: one table for all, then one for each intent. */
final class CapabilityTable {

  private static final String HEADER =
      """
      # What each version of OCPP can say

      Written and compared by `DialectContractTest`; do not edit. Ceilings are per phase, on three
      phases of 230 V. How the dialects decide stands in
      [docs/ocpp/dialects.md](../ocpp/dialects.md).

      - **exact**: the messages say all that was meant.
      - **degraded**: they are safe but say less; what is lost is stored and shown.
      - **—**: there are no words for it; nothing is sent, and the reason is stored and shown.

      Where a cell has more than one of these, it depends on the station. "AC" and "DC" are stations
      that take amperes and watts and do what is usual; "setpoints" follow central setpoints;
      "everything" has every ability and operation mode of 2.1; "one profile" is all that such a
      station keeps at once.

      """;

  /** By how they begin, what each is called in the tables. */
  private static final Map<String, String> FOOTNOTES =
      Map.of(
          "(1)", "The station takes watts only",
          "(2)", "The DC station takes",
          "(3)", "The station does not pause at",
          "(4)", "The station keeps",
          "(5)", "The station has no smart charging");

  private static final String DETAILS =
      """

      ## In detail

      How a ceiling is written in the units of a station shows at the intents that are nothing else;
      the others are shown for stations that take both units and pause.

      1. The AC station takes watts only, and a vehicle on one phase could put all of them there: the
         limit is the power of one phase.
      2. The DC station takes amperes only, at a voltage that nobody knows: they are those of a
         battery at 1000 V, and too little for all others.
      3. The station does not pause at a limit of 0: it gets 1 A, and is budgeted at the 6 A that it
         may go on drawing.
      4. The station keeps so few profiles that there is no place for this one: the fallback goes
         first, and it must not be pushed out.
      5. The station has no smart charging, so it gets no profile at all, and is budgeted at what its
         hardware can.
      """;

  /** How the names of stations end that differ in how they take a ceiling. */
  private static final List<String> CEILINGS_ONLY =
      List.of("only", "never pauses", "profile", "profiles", "no smart charging");

  private final List<OcppDialect> dialects;

  CapabilityTable(List<OcppDialect> dialects) {
    this.dialects = dialects;
  }

  /** What becomes of an intent, in words. */
  private record Outcome(String kind, String wire, String lost) {}

  String write() {
    StringBuilder page = new StringBuilder(HEADER);
    page.append("| intent |");
    dialects.forEach(dialect -> page.append(' ').append(version(dialect)).append(" |"));
    page.append("\n| --- |").append(" --- |".repeat(dialects.size())).append('\n');
    IntentFixtures.everything().forEach((name, intent) -> page.append(summary(name, intent)));
    page.append(DETAILS);
    IntentFixtures.everything().forEach((name, intent) -> page.append(details(name, intent)));
    return page.toString();
  }

  private String summary(String name, ChargingIntent intent) {
    return dialects.stream()
        .map(dialect ->
            StationFixtures.named().values().stream()
                .map(traits -> outcome(dialect, intent, traits).kind())
                .distinct()
                .sorted(Comparator.comparing(List.of("exact", "degraded", "—")::indexOf))
                .collect(Collectors.joining(", ")))
        .collect(Collectors.joining(" | ", "| " + name + " | ", " |\n"));
  }

  private String details(String name, ChargingIntent intent) {
    Map<Outcome, Map<String, Set<String>>> stationsOf = new LinkedHashMap<>();
    for (OcppDialect dialect : dialects) {
      shown(name)
          .forEach((station, traits) ->
              stationsOf
                  .computeIfAbsent(outcome(dialect, intent, traits), it -> new LinkedHashMap<>())
                  .computeIfAbsent(version(dialect), it -> new LinkedHashSet<>())
                  .add(station));
    }
    StringBuilder text = new StringBuilder("\n### " + name + "\n\n");
    text.append("| version | station | | on the wire | lost |\n| --- | --- | --- | --- | --- |\n");
    stationsOf.forEach((outcome, stations) -> {
      Map<Set<String>, List<String>> versionsOf = new LinkedHashMap<>();
      stations.forEach((version, names) ->
          versionsOf.computeIfAbsent(names, it -> new ArrayList<>()).add(version));
      versionsOf.forEach((names, versions) ->
          text.append(
              "| %s | %s | %s | %s | %s |\n"
                  .formatted(
                      String.join(", ", versions),
                      names(names, shown(name).keySet()),
                      outcome.kind(),
                      outcome.wire(),
                      outcome.lost())));
    });
    return text.toString();
  }

  private static Map<String, StationTraits> shown(String intent) {
    boolean ceiling = Stream.of("Set", "Cap", "Switch").anyMatch(intent::startsWith);
    Map<String, StationTraits> stations = StationFixtures.named();
    if (!ceiling) {
      stations.keySet().removeIf(name -> CEILINGS_ONLY.stream().anyMatch(name::endsWith));
    }
    return stations;
  }

  private static String names(Set<String> names, Set<String> all) {
    if (names.equals(all)) {
      return "all";
    }
    if (names.size() > all.size() / 2) {
      return all.stream()
          .filter(name -> !names.contains(name))
          .collect(Collectors.joining("; ", "all but: ", ""));
    }
    return String.join("; ", names);
  }

  private static String version(OcppDialect dialect) {
    return dialect.subprotocol().substring("ocpp".length());
  }

  private static Outcome outcome(OcppDialect dialect, ChargingIntent intent, StationTraits traits) {
    return switch (dialect.encode(intent, traits)) {
      case Encoding.Exact exact -> new Outcome("exact", wire(exact.calls()), "—");
      case Encoding.Degraded degraded ->
          new Outcome("degraded", wire(degraded.calls()), lost(degraded.losses()));
      case Encoding.Inexpressible none -> new Outcome("—", "—", lost(List.of(none.reason())));
    };
  }

  /** The version stands beside it, and what a unit loses is a footnote. */
  private static String lost(List<String> words) {
    String text =
        words.stream()
            .map(CapabilityTable::orFootnote)
            .collect(Collectors.joining(" "))
            .replaceAll("OCPP [0-9.]+ ", "The version ");
    return text.isBlank() ? "—" : text;
  }

  private static String orFootnote(String loss) {
    return FOOTNOTES.entrySet().stream()
        .filter(footnote -> loss.startsWith(footnote.getValue()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(loss);
  }

  private static String wire(List<OutboundCall> calls) {
    return calls.stream().map(CapabilityTable::wire).collect(Collectors.joining("; "));
  }

  private static String wire(OutboundCall call) {
    JsonNode profile = call.payload().findValue("chargingProfilePurpose");
    JsonNode periods = call.payload().findValue("chargingSchedulePeriod");
    if (profile == null || periods == null) {
      return RequestedIntents.gist(call);
    }
    String unit = " " + call.payload().findValue("chargingRateUnit").stringValue();
    boolean dynamic = call.payload().findValue("chargingProfileKind").asString().equals("Dynamic");
    return (dynamic ? "Dynamic " : "") + profile.stringValue() + values(periods.get(0), unit);
  }

  private static String values(JsonNode period, String unit) {
    List<String> skipped = List.of("startPeriod");
    return period
        .propertyStream()
        .filter(field -> !skipped.contains(field.getKey()))
        .map(field -> {
          boolean number =
              Stream.of("limit", "setpoint", "dischargeLimit").anyMatch(field.getKey()::startsWith);
          return ", " + field.getKey() + " " + text(field.getValue()) + (number ? unit : "");
        })
        .collect(Collectors.joining());
  }

  private static String text(JsonNode value) {
    return value.isArray()
        ? value
            .valueStream()
            .map(point ->
                point.valueStream().map(JsonNode::asString).collect(Collectors.joining(": ")))
            .collect(Collectors.joining(", ", "(", ")"))
        : value.asString();
  }
}
