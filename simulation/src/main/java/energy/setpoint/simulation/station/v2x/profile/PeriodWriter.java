package energy.setpoint.simulation.station.v2x.profile;

import energy.setpoint.simulation.profile.Curve;
import energy.setpoint.simulation.profile.FrequencyResponse;
import energy.setpoint.simulation.profile.OperationMode;
import energy.setpoint.simulation.profile.PhaseValues;
import energy.setpoint.simulation.profile.SchedulePeriod;
import energy.setpoint.simulation.station.line.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes ChargingSchedulePeriodType; a 2.0.1 station has nothing that 2.1 has added. */
public final class PeriodWriter {

  private PeriodWriter() {}

  static ObjectNode write(SchedulePeriod period) {
    ObjectNode node = Json.object().put("startPeriod", period.startSecond());
    period.limit().ifPresent(values -> put(node, "limit", values));
    period.dischargeLimit().ifPresent(values -> put(node, "dischargeLimit", values));
    period.setpoint().ifPresent(values -> put(node, "setpoint", values));
    period.numberPhases().ifPresent(phases -> node.put("numberPhases", phases));
    period.phaseToUse().ifPresent(phase -> node.put("phaseToUse", phase));
    if (period.mode() != OperationMode.CHARGING_ONLY) {
      node.put("operationMode", word(period.mode()));
    }
    period.frequency().ifPresent(response -> put(node, response));
    if (period.sleeps()) {
      node.put("evseSleep", true);
    }
    return node;
  }

  /** The specification's name of a mode. */
  public static String word(OperationMode mode) {
    return switch (mode) {
      case CHARGING_ONLY -> "ChargingOnly";
      case CENTRAL_SETPOINT -> "CentralSetpoint";
      case CENTRAL_FREQUENCY -> "CentralFrequency";
      case EXTERNAL_SETPOINT -> "ExternalSetpoint";
      case EXTERNAL_LIMITS -> "ExternalLimits";
      case LOCAL_FREQUENCY -> "LocalFrequency";
      case LOCAL_LOAD_BALANCING -> "LocalLoadBalancing";
      case IDLE -> "Idle";
    };
  }

  private static void put(ObjectNode node, String field, PhaseValues values) {
    node.put(field, values.first());
    values.second().ifPresent(value -> node.put(field + "_L2", value));
    values.third().ifPresent(value -> node.put(field + "_L3", value));
  }

  private static void put(ObjectNode node, FrequencyResponse response) {
    node.put("v2xBaseline", response.baselineWatts());
    put(node, "v2xFreqWattCurve", response.byFrequency(), false);
    put(node, "v2xSignalWattCurve", response.bySignal(), true);
  }

  private static void put(ObjectNode node, String field, Curve curve, boolean signal) {
    if (curve.isEmpty()) {
      return;
    }
    ArrayNode points = node.putArray(field);
    for (Curve.Point point : curve.points()) {
      ObjectNode one = points.addObject();
      if (signal) {
        one.put("signal", Math.round(point.x()));
      } else {
        one.put("frequency", point.x());
      }
      one.put("power", point.y());
    }
  }
}
