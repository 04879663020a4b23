package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.Items;
import energy.setpoint.ocpp.payload.Length;
import energy.setpoint.ocpp.payload.Range;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What became of an identification. */
public record IdTokenInfoType(
    AuthorizationStatus status,
    Optional<Instant> cacheExpiryDateTime,
    Optional<Integer> chargingPriority,
    Optional<IdTokenType> groupIdToken,
    @Length(8) Optional<String> language1,
    @Length(8) Optional<String> language2,
    @Range(min = 0) @Items(min = 1) Optional<List<Integer>> evseId,
    Optional<ObjectNode> personalMessage) {

  /** With nothing but a status. */
  public static IdTokenInfoType of(AuthorizationStatus status) {
    return new IdTokenInfoType(
        status,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
