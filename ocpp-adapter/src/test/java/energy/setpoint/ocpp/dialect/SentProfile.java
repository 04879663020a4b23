package energy.setpoint.ocpp.dialect;

import energy.setpoint.ocpp.dialect.profile.Setpoints;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.dialect.trait.StationTraits.RateUnit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A charging profile, or an update of one, as a station reads it from the wire. */
record SentProfile(JsonNode payload, StationTraits traits) {

  private static final double VOLTS = IntentFixtures.VOLTS.volts();

  /** Empty for a message that carries no values. */
  static Optional<SentProfile> find(OutboundCall call, StationTraits traits) {
    boolean carries =
        call.action().equals("SetChargingProfile") || call.action().equals("UpdateDynamicSchedule");
    return carries ? Optional.of(new SentProfile(call.payload(), traits)) : Optional.empty();
  }

  JsonNode profile() {
    JsonNode csProfile = payload.path("csChargingProfiles");
    return csProfile.isMissingNode() ? payload.path("chargingProfile") : csProfile;
  }

  /** Of the profile, which every version calls differently. */
  int id() {
    JsonNode id = profile().path("chargingProfileId");
    return (id.isMissingNode() ? profile().path("id") : id).intValue();
  }

  boolean isUpdate() {
    return payload.has("scheduleUpdate");
  }

  JsonNode schedule() {
    JsonNode schedule = profile().path("chargingSchedule");
    return schedule.isArray() ? schedule.get(0) : schedule;
  }

  JsonNode period() {
    return isUpdate()
        ? payload.get("scheduleUpdate")
        : schedule().get("chargingSchedulePeriod").get(0);
  }

  String mode() {
    return period().path("operationMode").asString("ChargingOnly");
  }

  /** An update is in the unit of the profile that it changes. */
  RateUnit unit() {
    return isUpdate()
        ? Setpoints.unitOf(traits)
        : RateUnit.valueOf(schedule().get("chargingRateUnit").stringValue());
  }

  /** When the station stops by itself, if it got the message at its start. */
  Optional<Instant> end() {
    Instant start =
        Optional.ofNullable(schedule().get("startSchedule"))
            .map(node -> Instant.parse(node.stringValue()))
            .orElse(FakeStation.NOON);
    return Optional.ofNullable(schedule().get("duration"))
        .map(node -> start.plusSeconds(node.intValue()));
  }

  /**
   * The most that each phase may carry in A, if a vehicle makes the worst of it: all that is not
   * bound to a phase flows through one of them on AC, and through all alike on DC.
   */
  List<Double> worstAmps() {
    List<Double> values = limits();
    if (values.isEmpty()) {
      return List.of();
    }
    if (values.size() > 1) {
      return values.stream().map(this::amps).toList();
    }
    double worst = traits.directCurrent() ? onGrid(values.getFirst()) : amps(values.getFirst());
    boolean single = period().path("numberPhases").asInt(3) == 1;
    return single ? List.of(worst) : List.of(worst, worst, worst);
  }

  /** What bounds the draw: limits, setpoints, or the highest sum of the curves. */
  private List<Double> limits() {
    if (period().has("v2xBaseline")) {
      return List.of(
          period().get("v2xBaseline").doubleValue()
              + highest("v2xFreqWattCurve")
              + Math.max(0, highest("v2xSignalWattCurve")));
    }
    List<Double> setpoints = values("setpoint");
    return setpoints.isEmpty() ? values("limit") : setpoints;
  }

  List<Double> setpoints() {
    return values("setpoint");
  }

  private List<Double> values(String field) {
    List<Double> found = new ArrayList<>();
    for (String name : List.of(field, field + "_L2", field + "_L3")) {
      if (period().has(name)) {
        found.add(period().get(name).doubleValue());
      }
    }
    return found;
  }

  private double highest(String curve) {
    return period()
        .path(curve)
        .valueStream()
        .mapToDouble(point -> point.get("power").doubleValue())
        .max()
        .orElse(0);
  }

  private double amps(double value) {
    return unit() == RateUnit.A ? value : value / VOLTS;
  }

  /** On DC: amperes are those of a battery, of at most 1000 V. */
  private double onGrid(double value) {
    double watts = unit() == RateUnit.A ? value * 1000 : value;
    return watts / (3 * VOLTS);
  }
}
