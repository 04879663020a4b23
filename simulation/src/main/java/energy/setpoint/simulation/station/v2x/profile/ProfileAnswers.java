package energy.setpoint.simulation.station.v2x.profile;

import energy.setpoint.simulation.physics.Offer;
import energy.setpoint.simulation.profile.ChargingProfile;
import energy.setpoint.simulation.profile.ProfileFilter;
import energy.setpoint.simulation.profile.RateUnit;
import energy.setpoint.simulation.profile.Verdict;
import energy.setpoint.simulation.profile.stack.CompositeSchedule;
import energy.setpoint.simulation.profile.stack.CompositeSchedule.Step;
import energy.setpoint.simulation.station.Answer;
import energy.setpoint.simulation.station.StationControls;
import energy.setpoint.simulation.station.line.Call;
import energy.setpoint.simulation.station.line.CallRefused;
import energy.setpoint.simulation.station.line.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Smart charging as both 2.x versions have it (part 2, K01, K08, K09, K10). */
public final class ProfileAnswers {

  private static final int PROFILES_PER_REPORT = 2;

  private ProfileAnswers() {}

  public static Map<String, Answer> all() {
    return Map.of(
        "SetChargingProfile", ProfileAnswers::set,
        "ClearChargingProfile", ProfileAnswers::clear,
        "GetChargingProfiles", ProfileAnswers::get,
        "GetCompositeSchedule", ProfileAnswers::composite);
  }

  /** What a verdict is called on the wire. */
  public static ObjectNode status(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Installed() -> Json.status("Accepted");
      case Verdict.Refused(String reasonCode, String explanation) ->
          Json.status("Rejected", reasonCode, explanation);
    };
  }

  private static ObjectNode set(JsonNode payload, StationControls station) throws CallRefused {
    int evse = Json.requireInt(payload, "evseId");
    ChargingProfile profile =
        ProfileReader.read(evse, payload.path("chargingProfile"), station.now());
    return status(station.profiles().install(profile));
  }

  private static ObjectNode clear(JsonNode payload, StationControls station) throws CallRefused {
    JsonNode criteria = payload.path("chargingProfileCriteria");
    int cleared =
        station
            .profiles()
            .clear(
                new ProfileFilter(
                    Json.findInt(payload, "chargingProfileId"),
                    Json.findInt(criteria, "evseId"),
                    ProfileReader.findPurpose(criteria),
                    Json.findInt(criteria, "stackLevel")));
    return Json.status(cleared > 0 ? "Accepted" : "Unknown");
  }

  /** K09.FR.01 to .06: one report for each EVSE and source, in parts. */
  private static ObjectNode get(JsonNode payload, StationControls station) throws CallRefused {
    ProfileQuery query = ProfileQuery.read(payload);
    List<List<ChargingProfile>> parts = query.parts(station.profiles().all(), PROFILES_PER_REPORT);
    int request = Json.requireInt(payload, "requestId");
    for (int i = 0; i < parts.size(); i++) {
      List<ChargingProfile> part = parts.get(i);
      ObjectNode report =
          Json.object()
              .put("requestId", request)
              .put("chargingLimitSource", ProfileQuery.source(part.getFirst()))
              .put("evseId", part.getFirst().evse());
      ArrayNode written = report.putArray("chargingProfile");
      part.forEach(profile -> written.add(ProfileWriter.write(profile)));
      if (i < parts.size() - 1) {
        report.put("tbc", true);
      }
      station.errands().send(new Call("ReportChargingProfiles", report));
    }
    return Json.status(parts.isEmpty() ? "NoProfiles" : "Accepted");
  }

  private static ObjectNode composite(JsonNode payload, StationControls station)
      throws CallRefused {
    int evse = Json.requireInt(payload, "evseId");
    int duration = Json.requireInt(payload, "duration");
    boolean inWatts = payload.path("chargingRateUnit").asString("A").equals("W");
    RateUnit unit = inWatts ? RateUnit.W : RateUnit.A;
    Optional<CompositeSchedule> found =
        station.profiles().composite(evse, Duration.ofSeconds(duration));
    if (found.isEmpty()) {
      return Json.status("Rejected", "UnknownEvse", "K08.FR.05: there is no EVSE " + evse);
    }
    if (payload.has("chargingRateUnit") && !station.profiles().speaks(unit)) {
      return Json.status("Rejected", "UnsupportedRateUnit", "K08.FR.07");
    }
    double factor = inWatts ? station.profiles().voltsTimesPhases(evse) : 1;
    ObjectNode schedule =
        Json.object()
            .put("evseId", evse)
            .put("duration", duration)
            .put("scheduleStart", station.now().toString())
            .put("chargingRateUnit", unit.name());
    ArrayNode periods = schedule.putArray("chargingSchedulePeriod");
    found.get().steps().forEach(step -> periods.add(period(step, factor, station)));
    ObjectNode answer = Json.status("Accepted");
    answer.set("schedule", schedule);
    return answer;
  }

  /** A setpoint only exists where the version has one; the limit never lies above it. */
  private static ObjectNode period(Step step, double factor, StationControls station) {
    Offer offer = step.offer();
    double limit = offer.setpoint().map(s -> s.min(offer.limit())).orElse(offer.limit()).amps();
    ObjectNode period = Json.object();
    if (station.fractionalStarts()) {
      period.put("startPeriod", step.startSecond() + 0.5);
    } else {
      period.put("startPeriod", step.startSecond());
    }
    period.put("limit", Math.max(0, limit) * factor);
    offer
        .setpoint()
        .ifPresent(s ->
            period
                .put("setpoint", s.min(offer.limit()).amps() * factor)
                .put("operationMode", "CentralSetpoint"));
    return period;
  }
}
