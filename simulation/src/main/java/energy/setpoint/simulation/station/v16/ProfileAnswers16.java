package energy.setpoint.simulation.station.v16;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.simulation.profile.ProfileFilter;
import energy.setpoint.simulation.profile.RateUnit;
import energy.setpoint.simulation.profile.Verdict;
import energy.setpoint.simulation.profile.stack.CompositeSchedule;
import energy.setpoint.simulation.profile.stack.CompositeSchedule.Step;
import energy.setpoint.simulation.station.Answer;
import energy.setpoint.simulation.station.StationControls;
import energy.setpoint.simulation.station.line.CallRefused;
import energy.setpoint.simulation.station.line.Json;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Smart charging of 1.6 (sections 3.13, 5.5, 5.7, 5.16). */
final class ProfileAnswers16 {

  private ProfileAnswers16() {}

  static Map<String, Answer> all() {
    return Map.of(
        "SetChargingProfile", ProfileAnswers16::set,
        "ClearChargingProfile", ProfileAnswers16::clear,
        "GetCompositeSchedule", ProfileAnswers16::composite);
  }

  private static ObjectNode set(JsonNode payload, StationControls station) throws CallRefused {
    Verdict verdict =
        station
            .profiles()
            .install(
                ProfileReader16.read(
                    Json.requireInt(payload, "connectorId"), payload.path("csChargingProfiles")));
    return Json.status(verdict instanceof Verdict.Installed ? "Accepted" : "Rejected");
  }

  private static ObjectNode clear(JsonNode payload, StationControls station) throws CallRefused {
    int cleared =
        station
            .profiles()
            .clear(
                new ProfileFilter(
                    Json.findInt(payload, "id"),
                    Json.findInt(payload, "connectorId"),
                    ProfileReader16.findPurpose(payload),
                    Json.findInt(payload, "stackLevel")));
    return Json.status(cleared > 0 ? "Accepted" : "Unknown");
  }

  private static ObjectNode composite(JsonNode payload, StationControls station)
      throws CallRefused {
    int connector = Json.requireInt(payload, "connectorId");
    int duration = Json.requireInt(payload, "duration");
    boolean inWatts = payload.path("chargingRateUnit").asString("A").equals("W");
    RateUnit unit = inWatts ? RateUnit.W : RateUnit.A;
    Optional<CompositeSchedule> found =
        station.profiles().composite(connector, Duration.ofSeconds(duration));
    boolean speaks = !payload.has("chargingRateUnit") || station.profiles().speaks(unit);
    if (found.isEmpty() || !speaks) {
      return Json.status("Rejected");
    }
    double factor = inWatts ? station.profiles().voltsTimesPhases(connector) : 1;
    ObjectNode schedule =
        Json.object()
            .put("duration", duration)
            .put("startSchedule", station.now().toString())
            .put("chargingRateUnit", unit.name());
    ArrayNode periods = schedule.putArray("chargingSchedulePeriod");
    found.get().steps().forEach(step -> periods.add(period(step, factor, station)));
    ObjectNode answer =
        Json.status("Accepted")
            .put("connectorId", connector)
            .put("scheduleStart", station.now().toString());
    answer.set("chargingSchedule", schedule);
    return answer;
  }

  /** One decimal is all that 1.6 has. */
  private static ObjectNode period(Step step, double factor, StationControls station) {
    Current limit = step.offer().limit();
    double most = step.offer().setpoint().map(s -> s.min(limit)).orElse(limit).amps();
    ObjectNode period = Json.object();
    if (station.fractionalStarts()) {
      period.put("startPeriod", step.startSecond() + 0.5);
    } else {
      period.put("startPeriod", step.startSecond());
    }
    return period.put("limit", Math.floor(Math.max(0, most) * factor * 10 + 1e-6) / 10);
  }
}
