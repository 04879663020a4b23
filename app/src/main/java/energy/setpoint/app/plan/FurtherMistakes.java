package energy.setpoint.app.plan;

import energy.setpoint.app.plan.json.Finding;
import energy.setpoint.app.plan.json.InvalidDocument;
import energy.setpoint.app.plan.json.InvalidDocument.Kind;
import energy.setpoint.app.plan.json.StrictJson;
import energy.setpoint.app.plan.reading.ProblemReader;
import energy.setpoint.app.plan.request.PlanRequest;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Impossible values beside those of a wrong type, so that all are told at once. Told is only what
 * cannot follow from a wrong type: of other devices, other prices, other forecasts.
 */
final class FurtherMistakes {

  /**
   * Keys that no other key is read by. The length of lists follows from the steps, amperes from the
   * voltage, names of circuits from the circuits; and an unknown key may be any of these.
   */
  private static final Set<String> INDEPENDENT =
      Set.of(
          "site",
          "exportLimitW",
          "importPricePerKwh",
          "exportPricePerKwh",
          "importFeePerKwh",
          "importTaxPercent",
          "exportFeePerKwh",
          "exportTaxPercent",
          "peakPrice",
          "peakPrices",
          "carbon",
          "events",
          "reliefCredit",
          "loads",
          "solar",
          "vehicles",
          "batteries",
          "flexibleLoads",
          "inForce");

  /** What scenarios are about. */
  private static final Set<String> UNCERTAIN = Set.of("loads", "solar", "vehicles");

  /** A key of the document, or an entry of a list under it. */
  private static final Pattern PART = Pattern.compile("#/([^/]+)(/[0-9]+)?.*");

  private FurtherMistakes() {}

  /** The mistakes of a draft together with what else is wrong. */
  static InvalidDocument added(StrictJson.Draft<PlanRequest> draft, int mostDecisions) {
    List<Finding> known = draft.wrongTypes();
    boolean tellsNothingOfOthers = known.stream().allMatch(f -> INDEPENDENT.contains(key(f)));
    List<Finding> further =
        draft
            .value()
            .filter(request -> tellsNothingOfOthers)
            .map(request -> impossible(request, mostDecisions))
            .orElse(List.of());
    return new InvalidDocument(
        Kind.MALFORMED,
        Stream.concat(
                known.stream(),
                further.stream().filter(f -> known.stream().noneMatch(k -> mayFollow(f, k))))
            .toList());
  }

  private static List<Finding> impossible(PlanRequest request, int mostDecisions) {
    try {
      ProblemReader.read(request, mostDecisions);
      return List.of();
    } catch (InvalidDocument invalid) {
      return invalid.findings();
    }
  }

  private static boolean mayFollow(Finding finding, Finding wrongType) {
    String part = part(finding);
    String wrong = part(wrongType);
    return part.equals(wrong)
        || wrong.startsWith(part + "/")
        || part.startsWith(wrong + "/")
        || (key(finding).equals("uncertainty") && UNCERTAIN.contains(key(wrongType)));
  }

  private static String key(Finding finding) {
    Matcher part = PART.matcher(finding.pointer());
    return part.matches() ? part.group(1) : "";
  }

  private static String part(Finding finding) {
    Matcher part = PART.matcher(finding.pointer());
    return part.matches() ? finding.pointer().substring(0, endOf(part)) : "#";
  }

  private static int endOf(Matcher part) {
    return part.group(2) == null ? part.end(1) : part.end(2);
  }
}
