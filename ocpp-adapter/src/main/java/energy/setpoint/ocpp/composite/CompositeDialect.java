package energy.setpoint.ocpp.composite;

import energy.setpoint.ocpp.composite.profile.ChargingProfile;
import energy.setpoint.ocpp.rpc.RpcException;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Composite schedules in the words of one version of OCPP. */
public interface CompositeDialect {

  /** As people write it, such as {@code 2.1}. */
  String version();

  /** What the version does in its own way. */
  CompositeRules rules();

  /**
   * Reads the payload of {@code SetChargingProfile}.
   *
   * @throws RpcException with the path of a field that cannot be read
   */
  ChargingProfile readProfile(JsonNode setChargingProfile) throws RpcException;

  /**
   * Reads the payload of {@code NotifyChargingLimit} as what it announces: limits from outside, or
   * local generation.
   *
   * @param received when the station sent it; schedules without a start count from then
   * @param id for the profile, negative by custom (2.1 K11.FR.06)
   * @return nothing when it announces no schedule, for then nobody knows the limit
   * @throws RpcException with the path of a field that cannot be read, or when the version has no
   *     such message
   */
  List<ChargingProfile> readChargingLimit(JsonNode notifyChargingLimit, Instant received, int id)
      throws RpcException;

  /**
   * The fields of a payload that the version does not have, as JSON pointers. Reading passes over
   * them.
   */
  List<String> unknownInProfile(JsonNode setChargingProfile);

  /** The same for a payload of {@code NotifyChargingLimit}. */
  List<String> unknownInChargingLimit(JsonNode notifyChargingLimit);

  /** The payload of the answer to {@code GetCompositeSchedule}. */
  ObjectNode write(CompositeAnswer answer);
}
