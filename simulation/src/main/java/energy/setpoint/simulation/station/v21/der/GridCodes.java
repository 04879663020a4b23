package energy.setpoint.simulation.station.v21.der;

import energy.setpoint.simulation.grid.Droop;
import energy.setpoint.simulation.grid.EnterService;
import energy.setpoint.simulation.grid.Function;
import energy.setpoint.simulation.grid.Gradients;
import energy.setpoint.simulation.grid.GridCode;
import energy.setpoint.simulation.grid.OutputCurve;
import energy.setpoint.simulation.grid.TripCurve;
import energy.setpoint.simulation.profile.Curve;
import energy.setpoint.simulation.profile.Curve.Point;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What DER controls mean for active power. The others (FixedPFAbsorb, FixedPFInject, FixedVar,
 * VoltVar, WattPF, WattVar) act on reactive power alone, which is not simulated.
 */
final class GridCodes {

  private static final List<Function> TRIPS =
      List.of(
          Function.HIGH_FREQUENCY_TRIP,
          Function.LOW_FREQUENCY_TRIP,
          Function.HIGH_VOLTAGE_TRIP,
          Function.LOW_VOLTAGE_TRIP,
          Function.HIGH_VOLTAGE_CESSATION,
          Function.LOW_VOLTAGE_CESSATION,
          Function.POWER_MONITORING_TRIP);

  private GridCodes() {}

  /**
   * @param active the control of every type that is carried out now
   */
  static GridCode of(Map<String, DerControl> active) {
    if (active.isEmpty()) {
      return GridCode.NONE;
    }
    return new GridCode(
        body(active, Function.LIMIT_MAX_DISCHARGE).map(GridCodes::maxDischarge).orElse(1.0),
        body(active, Function.VOLT_WATT).map(GridCodes::output),
        body(active, Function.FREQ_WATT).map(GridCodes::output),
        body(active, Function.FREQ_DROOP).map(GridCodes::droop),
        Stream.concat(
                TRIPS.stream().flatMap(f -> body(active, f).map(b -> trip(f, b)).stream()),
                monitoring(active).stream())
            .toList(),
        body(active, Function.ENTER_SERVICE).map(GridCodes::enterService),
        Optional.ofNullable(active.get("Gradients")).map(c -> gradients(c.body())));
  }

  /** The specification's name (DERControlEnumType). */
  static String word(Function function) {
    return switch (function) {
      case LIMIT_MAX_DISCHARGE -> "LimitMaxDischarge";
      case VOLT_WATT -> "VoltWatt";
      case FREQ_WATT -> "FreqWatt";
      case FREQ_DROOP -> "FreqDroop";
      case HIGH_FREQUENCY_TRIP -> "HFMustTrip";
      case LOW_FREQUENCY_TRIP -> "LFMustTrip";
      case HIGH_VOLTAGE_TRIP -> "HVMustTrip";
      case LOW_VOLTAGE_TRIP -> "LVMustTrip";
      case HIGH_VOLTAGE_CESSATION -> "HVMomCess";
      case LOW_VOLTAGE_CESSATION -> "LVMomCess";
      case POWER_MONITORING_TRIP -> "PowerMonitoringMustTrip";
      case ENTER_SERVICE -> "EnterService";
    };
  }

  private static Optional<JsonNode> body(Map<String, DerControl> active, Function function) {
    return Optional.ofNullable(active.get(word(function))).map(DerControl::body);
  }

  private static double maxDischarge(JsonNode body) {
    return Math.clamp(number(body, "pctMaxDischargePower", 100) / 100, 0, 1);
  }

  /** A limit of discharge may bring the curve along instead of a control of its own. */
  private static Optional<TripCurve> monitoring(Map<String, DerControl> active) {
    return body(active, Function.LIMIT_MAX_DISCHARGE)
        .map(body -> body.path("powerMonitoringMustTrip"))
        .filter(curve -> curve.isObject())
        .filter(curve -> !active.containsKey(word(Function.POWER_MONITORING_TRIP)))
        .map(curve -> trip(Function.POWER_MONITORING_TRIP, curve));
  }

  private static OutputCurve output(JsonNode body) {
    return new OutputCurve(curve(body), body.path("yUnit").asString("").equals("PctWAvail"));
  }

  private static TripCurve trip(Function function, JsonNode body) {
    return new TripCurve(function, curve(body));
  }

  private static Curve curve(JsonNode body) {
    return new Curve(
        body.path("curveData")
            .valueStream()
            .map(p -> new Point(p.path("x").asDouble(0), p.path("y").asDouble(0)))
            .toList());
  }

  private static Droop droop(JsonNode body) {
    return new Droop(
        number(body, "overFreq", 50),
        number(body, "underFreq", 50),
        number(body, "overDroop", 1),
        number(body, "underDroop", 1));
  }

  private static EnterService enterService(JsonNode body) {
    return new EnterService(
        number(body, "lowVoltage", 0),
        number(body, "highVoltage", 0),
        number(body, "lowFreq", 0),
        number(body, "highFreq", 0),
        number(body, "delay", 0),
        number(body, "randomDelay", 0),
        number(body, "rampRate", 0));
  }

  private static Gradients gradients(JsonNode body) {
    return new Gradients(number(body, "gradient", 0), number(body, "softGradient", 0));
  }

  private static double number(JsonNode body, String field, double otherwise) {
    return body.path(field).asDouble(otherwise);
  }
}
