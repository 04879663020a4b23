package energy.setpoint.ocpp.overheard;

import energy.setpoint.ocpp.composite.CompositeRules;
import energy.setpoint.ocpp.rpc.RpcException;
import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** What must be understood in one version of OCPP to relay between a station and its CSMS. */
public interface RelayWords {

  /** What becomes of a station's call that cannot reach the CSMS now. */
  Keeping keeping(String action, JsonNode payload);

  /**
   * Whether a call of the station is about what we asked of it or gave it: the CSMS knows nothing
   * of that.
   */
  default boolean isForUs(String action, JsonNode payload) {
    return false;
  }

  /** The right that the CSMS needs for a call to the station; empty when it needs none. */
  Optional<CsmsRight> findRight(String action, JsonNode payload);

  /**
   * The answer with which a station would reject a call of the CSMS; empty where the version has no
   * such answer.
   */
  Optional<JsonNode> findRejection(String action, JsonNode payload);

  /**
   * What a call of the CSMS changes among the charging profiles; empty when nothing.
   *
   * @throws RpcException when the call does not have the form that the version prescribes
   */
  Optional<ProfileChange> findProfileChange(String action, JsonNode payload) throws RpcException;

  /** How the version combines charging profiles. */
  CompositeRules profileRules();

  /**
   * True where Relative schedules count from when the power path of a transaction closed; else they
   * count from its start.
   */
  default boolean tellsPowerPaths() {
    return false;
  }

  /** What a call of the station says about the power path of a transaction; empty when nothing. */
  default Optional<PowerPathReport> findPowerPath(String action, JsonNode payload) {
    return Optional.empty();
  }

  /** Removes a profile of the CSMS from the station. */
  JsonNode clearById(int profileId);

  /**
   * Where a call names a transaction by the number that the CSMS gave it; empty where stations
   * choose the ids.
   */
  default Optional<JsonPointer> findTransactionIdIn(String action) {
    return Optional.empty();
  }

  /** Where the answer to a station's call gives a transaction its number. */
  default Optional<JsonPointer> findTransactionIdInAnswer(String action) {
    return Optional.empty();
  }
}
