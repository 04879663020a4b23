package energy.setpoint.simulation.station.v2x.profile;

import energy.setpoint.simulation.profile.ChargingProfile;
import energy.setpoint.simulation.profile.Purpose;
import energy.setpoint.simulation.station.line.CallRefused;
import energy.setpoint.simulation.station.line.Json;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import tools.jackson.databind.JsonNode;

/**
 * GetChargingProfiles' filter.
 *
 * @param ids empty for all
 * @param sources empty for all
 */
record ProfileQuery(
    List<Integer> ids,
    OptionalInt evse,
    Optional<Purpose> purpose,
    OptionalInt stackLevel,
    List<String> sources) {

  static ProfileQuery read(JsonNode payload) throws CallRefused {
    JsonNode criteria = payload.path("chargingProfile");
    return new ProfileQuery(
        criteria.path("chargingProfileId").valueStream().map(JsonNode::intValue).toList(),
        Json.findInt(payload, "evseId"),
        ProfileReader.findPurpose(criteria),
        Json.findInt(criteria, "stackLevel"),
        criteria.path("chargingLimitSource").valueStream().map(n -> n.asString("")).toList());
  }

  /** The matching profiles, those of one EVSE and source together, in parts of a size. */
  List<List<ChargingProfile>> parts(List<ChargingProfile> all, int size) {
    return all.stream()
        .filter(this::matches)
        .collect(
            Collectors.groupingBy(p -> p.evse() + source(p), TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .flatMap(group -> group.stream().gather(Gatherers.windowFixed(size)))
        .toList();
  }

  static String source(ChargingProfile profile) {
    return switch (profile.purpose()) {
      case EXTERNAL, LOCAL_GENERATION -> profile.id() < 0 ? "EMS" : "CSO";
      case STATION_MAX, TX_DEFAULT, TX, PRIORITY -> "CSO";
    };
  }

  private boolean matches(ChargingProfile profile) {
    return (ids.isEmpty() || ids.contains(profile.id()))
        && (evse.isEmpty() || evse.getAsInt() == profile.evse())
        && purpose.filter(p -> p != profile.purpose()).isEmpty()
        && (stackLevel.isEmpty() || stackLevel.getAsInt() == profile.stackLevel())
        && (sources.isEmpty() || sources.contains(source(profile)));
  }
}
