package energy.setpoint.app.storage.json;

import energy.setpoint.core.intent.OperatingMode;
import energy.setpoint.core.intent.OperatingMode.CentralFrequency;
import energy.setpoint.core.intent.OperatingMode.CurvePoint;
import energy.setpoint.core.intent.OperatingMode.ExternalLimits;
import energy.setpoint.core.intent.OperatingMode.ExternalSetpoint;
import energy.setpoint.core.intent.OperatingMode.Idle;
import energy.setpoint.core.intent.OperatingMode.LocalFrequency;
import energy.setpoint.core.intent.OperatingMode.LocalLoadBalancing;
import energy.setpoint.core.quantity.Power;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The part of an intent's document that says how an EVSE acts by itself. */
final class OperatingModeJson {

  private OperatingModeJson() {}

  static ObjectNode write(OperatingMode mode) {
    return switch (mode) {
      case ExternalLimits it -> named("external-limits").put("floorW", it.floor().watts());
      case ExternalSetpoint it -> named("external-setpoint").put("floorW", it.floor().watts());
      case LocalLoadBalancing it -> named("local-load-balancing").put("floorW", it.floor().watts());
      case CentralFrequency it ->
          named("central-frequency").put("setpointW", it.setpoint().watts());
      case LocalFrequency it -> {
        ObjectNode document = named("local-frequency").put("baselineW", it.baseline().watts());
        document.set("response", curve(it.response()));
        document.set("reserve", curve(it.reserve()));
        yield document;
      }
      case Idle it ->
          named("idle")
              .put("evseSleep", it.evseSleep())
              .put("preconditioning", it.preconditioning());
    };
  }

  static OperatingMode read(JsonNode document) {
    String name = document.required("name").stringValue();
    return switch (name) {
      case "external-limits" -> new ExternalLimits(power(document, "floorW"));
      case "external-setpoint" -> new ExternalSetpoint(power(document, "floorW"));
      case "local-load-balancing" -> new LocalLoadBalancing(power(document, "floorW"));
      case "central-frequency" -> new CentralFrequency(power(document, "setpointW"));
      case "local-frequency" ->
          new LocalFrequency(
              power(document, "baselineW"),
              Document.list(document.required("response"), OperatingModeJson::point),
              Document.list(document.required("reserve"), OperatingModeJson::point));
      case "idle" ->
          new Idle(
              document.required("evseSleep").booleanValue(),
              document.required("preconditioning").booleanValue());
      default -> throw new IllegalArgumentException("A stored intent operates in '" + name + "'.");
    };
  }

  private static ObjectNode named(String name) {
    return Document.object().put("name", name);
  }

  private static ArrayNode curve(List<CurvePoint> points) {
    return Document.array(
        points,
        point -> Document.object().put("at", point.at()).put("powerW", point.power().watts()));
  }

  private static CurvePoint point(JsonNode document) {
    return new CurvePoint(document.required("at").doubleValue(), power(document, "powerW"));
  }

  private static Power power(JsonNode document, String field) {
    return new Power(document.required(field).doubleValue());
  }
}
