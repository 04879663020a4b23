package energy.setpoint.app.storage.json;

import energy.setpoint.core.plan.SolveReport;
import energy.setpoint.core.plan.Uncertainty.Expectation;
import energy.setpoint.core.quantity.Energy;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How a plan was found, as it is stored with it. */
final class ReportJson {

  private ReportJson() {}

  static ObjectNode write(SolveReport report) {
    ObjectNode node =
        Document.object()
            .put("method", report.method())
            .put("status", report.status().name())
            .put("elapsed", report.elapsed().toString())
            .put("modelling", report.modelling().toString());
    report.bound().ifPresent(bound -> node.put("bound", bound));
    report.reason().ifPresent(reason -> node.put("reason", reason));
    report.expectation().ifPresent(found -> node.set("expectation", expectation(found)));
    return node;
  }

  static SolveReport read(JsonNode node) {
    return new SolveReport(
        node.required("method").stringValue(),
        SolveReport.Status.valueOf(node.required("status").stringValue()),
        Optional.ofNullable(node.get("reason")).map(JsonNode::stringValue),
        Duration.parse(node.required("elapsed").stringValue()),
        Duration.parse(node.required("modelling").stringValue()),
        number(node, "bound"),
        Optional.ofNullable(node.get("expectation")).map(ReportJson::expectation));
  }

  private static ObjectNode expectation(Expectation expectation) {
    ObjectNode node = Document.object();
    node.set("outcomes", Document.array(expectation.outcomes(), ReportJson::outcome));
    expectation.bound().ifPresent(bound -> node.put("bound", bound));
    expectation.unaware().ifPresent(cost -> node.put("unaware", cost));
    return node;
  }

  private static Expectation expectation(JsonNode node) {
    return new Expectation(
        Document.list(node.required("outcomes"), ReportJson::outcome),
        number(node, "bound"),
        number(node, "unaware"));
  }

  private static JsonNode outcome(Expectation.Outcome outcome) {
    return Document.object()
        .put("scenario", outcome.scenario())
        .put("share", outcome.share())
        .put("cost", outcome.cost())
        .put("missingWh", outcome.missing().wattHours());
  }

  private static Expectation.Outcome outcome(JsonNode node) {
    return new Expectation.Outcome(
        node.required("scenario").stringValue(),
        node.required("share").doubleValue(),
        node.required("cost").doubleValue(),
        new Energy(node.required("missingWh").doubleValue()));
  }

  private static OptionalDouble number(JsonNode node, String key) {
    return node.has(key)
        ? OptionalDouble.of(node.required(key).doubleValue())
        : OptionalDouble.empty();
  }
}
