package energy.setpoint.app.storage.json;

import energy.setpoint.core.plan.BatteryPlan;
import energy.setpoint.core.plan.CostBreakdown;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanId;
import energy.setpoint.core.plan.Shortfall;
import energy.setpoint.core.plan.SolveReport;
import energy.setpoint.core.plan.VehiclePlan;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.SiteId;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.core.time.TimeGrid;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Plans as documents. */
public final class PlanJson {

  private static final int VERSION = 1;

  private PlanJson() {}

  public static String write(Plan plan) {
    ObjectNode document =
        Document.ofVersion(VERSION)
            .put("id", plan.id().value())
            .put("site", plan.site().value())
            .put("createdAt", plan.createdAt().toString());
    document.set(
        "boundaries",
        Document.array(
            plan.grid().boundaries(), at -> JsonNodeFactory.instance.stringNode(at.toString())));
    document.set("vehicles", Document.array(plan.vehicles(), PlanJson::vehicle));
    document.set("batteries", Document.array(plan.batteries(), PlanJson::battery));
    document.set("uncontrolledW", watts(plan.uncontrolled()));
    document.set("solarW", watts(plan.solar()));
    document.set("gridW", watts(plan.gridPower()));
    document.set("cost", cost(plan.cost()));
    document.set("shortfalls", Document.array(plan.shortfalls(), PlanJson::shortfall));
    document.set("report", report(plan.report()));
    return Document.text(document);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException when the text is anything else
   */
  public static Plan read(String text) {
    return Document.read("plan", VERSION, text, PlanJson::plan);
  }

  private static Plan plan(JsonNode document) {
    TimeGrid grid = new TimeGrid(Document.list(document.required("boundaries"), Document::instant));
    return new Plan(
        new PlanId(document.required("id").stringValue()),
        new SiteId(document.required("site").stringValue()),
        Document.instant(document.required("createdAt")),
        grid,
        Document.list(document.required("vehicles"), node -> vehicle(grid, node)),
        Document.list(document.required("batteries"), node -> battery(grid, node)),
        curve(grid, document.required("uncontrolledW")),
        curve(grid, document.required("solarW")),
        curve(grid, document.required("gridW")),
        cost(document.required("cost")),
        Document.list(document.required("shortfalls"), PlanJson::shortfall),
        report(document.required("report")));
  }

  private static ObjectNode vehicle(VehiclePlan vehicle) {
    ObjectNode node = putEvse(Document.object(), vehicle.session(), vehicle.evse());
    node.set("powerW", watts(vehicle.power()));
    return node;
  }

  private static VehiclePlan vehicle(TimeGrid grid, JsonNode node) {
    return new VehiclePlan(session(node), evse(node), curve(grid, node.required("powerW")));
  }

  private static ObjectNode battery(BatteryPlan battery) {
    ObjectNode node = Document.object().put("battery", battery.battery().value());
    node.set("powerW", watts(battery.power()));
    return node;
  }

  private static BatteryPlan battery(TimeGrid grid, JsonNode node) {
    return new BatteryPlan(
        new DeviceId(node.required("battery").stringValue()), curve(grid, node.required("powerW")));
  }

  private static ObjectNode shortfall(Shortfall shortfall) {
    return putEvse(Document.object(), shortfall.session(), shortfall.evse())
        .put("missingWh", shortfall.missing().wattHours());
  }

  private static Shortfall shortfall(JsonNode node) {
    return new Shortfall(
        session(node), evse(node), new Energy(node.required("missingWh").doubleValue()));
  }

  private static ObjectNode cost(CostBreakdown cost) {
    return Document.object()
        .put("energyImport", cost.energyImport())
        .put("energyExport", cost.energyExport())
        .put("peak", cost.peak());
  }

  private static CostBreakdown cost(JsonNode node) {
    return new CostBreakdown(
        node.required("energyImport").doubleValue(),
        node.required("energyExport").doubleValue(),
        node.required("peak").doubleValue());
  }

  private static ObjectNode report(SolveReport report) {
    ObjectNode node =
        Document.object()
            .put("method", report.method())
            .put("status", report.status().name())
            .put("elapsed", report.elapsed().toString());
    report.reason().ifPresent(reason -> node.put("reason", reason));
    return node;
  }

  private static SolveReport report(JsonNode node) {
    return new SolveReport(
        node.required("method").stringValue(),
        SolveReport.Status.valueOf(node.required("status").stringValue()),
        Optional.ofNullable(node.get("reason")).map(JsonNode::stringValue),
        Duration.parse(node.required("elapsed").stringValue()));
  }

  private static ArrayNode watts(PowerCurve curve) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode(curve.size());
    for (int step = 0; step < curve.size(); step++) {
      array.add(curve.watts(step));
    }
    return array;
  }

  private static PowerCurve curve(TimeGrid grid, JsonNode array) {
    return PowerCurve.ofWatts(
        grid, array.values().stream().mapToDouble(JsonNode::doubleValue).toArray());
  }

  private static ObjectNode putEvse(ObjectNode node, SessionId session, EvseRef evse) {
    return node.put("session", session.value())
        .put("station", evse.station().value())
        .put("evse", evse.number());
  }

  private static SessionId session(JsonNode node) {
    return new SessionId(node.required("session").stringValue());
  }

  private static EvseRef evse(JsonNode node) {
    return EvseRef.of(node.required("station").stringValue(), node.required("evse").intValue());
  }
}
