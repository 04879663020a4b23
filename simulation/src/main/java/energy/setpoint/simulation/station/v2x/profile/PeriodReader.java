package energy.setpoint.simulation.station.v2x.profile;

import energy.setpoint.simulation.profile.Curve;
import energy.setpoint.simulation.profile.FrequencyResponse;
import energy.setpoint.simulation.profile.OperationMode;
import energy.setpoint.simulation.profile.PhaseValues;
import energy.setpoint.simulation.profile.SchedulePeriod;
import energy.setpoint.simulation.profile.ScheduleUpdate;
import energy.setpoint.simulation.station.line.CallRefused;
import energy.setpoint.simulation.station.line.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;

/** Reads ChargingSchedulePeriodType and ChargingScheduleUpdateType. */
public final class PeriodReader {

  private PeriodReader() {}

  static SchedulePeriod read(JsonNode node) throws CallRefused {
    return new SchedulePeriod(
        Json.requireInt(node, "startPeriod"),
        values(node, "limit"),
        values(node, "dischargeLimit"),
        values(node, "setpoint"),
        Json.findInt(node, "numberPhases"),
        Json.findInt(node, "phaseToUse"),
        mode(node.path("operationMode").asString("ChargingOnly")),
        response(node),
        Json.flag(node, "evseSleep"));
  }

  public static ScheduleUpdate update(JsonNode node) {
    return new ScheduleUpdate(
        values(node, "limit"), values(node, "dischargeLimit"), values(node, "setpoint"));
  }

  private static Optional<PhaseValues> values(JsonNode node, String field) {
    OptionalDouble first = Json.findDouble(node, field);
    return first.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PhaseValues(
                first.getAsDouble(),
                Json.findDouble(node, field + "_L2"),
                Json.findDouble(node, field + "_L3")));
  }

  private static OperationMode mode(String word) throws CallRefused {
    for (OperationMode mode : OperationMode.values()) {
      if (PeriodWriter.word(mode).equals(word)) {
        return mode;
      }
    }
    throw new CallRefused("PropertyConstraintViolation", "There is no operationMode " + word);
  }

  private static Optional<FrequencyResponse> response(JsonNode node) throws CallRefused {
    Curve bySignal = curve(node.path("v2xSignalWattCurve"), "signal");
    if (Json.findDouble(node, "v2xBaseline").isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new FrequencyResponse(
            Json.requireDouble(node, "v2xBaseline"),
            curve(node.path("v2xFreqWattCurve"), "frequency"),
            bySignal));
  }

  private static Curve curve(JsonNode list, String x) throws CallRefused {
    List<Curve.Point> points = new ArrayList<>();
    for (JsonNode point : list) {
      points.add(new Curve.Point(Json.requireDouble(point, x), Json.requireDouble(point, "power")));
    }
    points.sort(Comparator.comparingDouble(Curve.Point::x));
    return new Curve(points);
  }
}
