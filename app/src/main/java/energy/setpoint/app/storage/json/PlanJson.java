package energy.setpoint.app.storage.json;

import energy.setpoint.core.plan.BatteryPlan;
import energy.setpoint.core.plan.CostBreakdown;
import energy.setpoint.core.plan.LoadPlan;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanId;
import energy.setpoint.core.plan.Shortfall;
import energy.setpoint.core.plan.SolarPlan;
import energy.setpoint.core.plan.VehiclePlan;
import energy.setpoint.core.plan.money.CostItem;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.SiteId;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.core.time.TimeGrid;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Plans as documents. */
public final class PlanJson {

  private static final int VERSION = 2;

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
    document.set("loads", Document.array(plan.loads(), PlanJson::load));
    document.set("inverters", Document.array(plan.inverters(), PlanJson::inverter));
    document.set("uncontrolledW", watts(plan.uncontrolled()));
    document.set("solarW", watts(plan.solar()));
    document.set("gridW", watts(plan.gridPower()));
    document.set("cost", cost(plan.cost()));
    document.set("shortfalls", Document.array(plan.shortfalls(), PlanJson::shortfall));
    document.set("report", ReportJson.write(plan.report()));
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
        Document.list(document.required("loads"), node -> load(grid, node)),
        Document.list(document.required("inverters"), node -> inverter(grid, node)),
        curve(grid, document.required("uncontrolledW")),
        curve(grid, document.required("solarW")),
        curve(grid, document.required("gridW")),
        cost(document.required("cost")),
        Document.list(document.required("shortfalls"), PlanJson::shortfall),
        ReportJson.read(document.required("report")),
        Optional.empty());
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

  private static ObjectNode load(LoadPlan load) {
    ObjectNode node =
        Document.object()
            .put("load", load.load().value())
            .put("missingWh", load.missing().wattHours());
    node.set("powerW", watts(load.power()));
    return node;
  }

  private static LoadPlan load(TimeGrid grid, JsonNode node) {
    return new LoadPlan(
        new DeviceId(node.required("load").stringValue()),
        curve(grid, node.required("powerW")),
        new Energy(node.required("missingWh").doubleValue()));
  }

  private static ObjectNode inverter(SolarPlan inverter) {
    ObjectNode node = Document.object().put("circuit", inverter.circuit().value());
    node.set("powerW", watts(inverter.production()));
    return node;
  }

  private static SolarPlan inverter(TimeGrid grid, JsonNode node) {
    return new SolarPlan(
        new CircuitId(node.required("circuit").stringValue()),
        curve(grid, node.required("powerW")));
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
    ObjectNode node = Document.object().put("carbonKg", cost.carbonKilograms());
    node.set("items", Document.array(cost.items(), PlanJson::item));
    return node;
  }

  private static CostBreakdown cost(JsonNode node) {
    return new CostBreakdown(
        Document.list(node.required("items"), PlanJson::item),
        node.required("carbonKg").doubleValue());
  }

  private static ObjectNode item(CostItem item) {
    return Document.object()
        .put("kind", item.kind().name())
        .put("name", item.name())
        .put("amount", item.amount());
  }

  private static CostItem item(JsonNode node) {
    return new CostItem(
        CostItem.Kind.valueOf(node.required("kind").stringValue()),
        node.required("name").stringValue(),
        node.required("amount").doubleValue());
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
