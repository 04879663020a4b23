package energy.setpoint.ocpp.overheard;

import energy.setpoint.ocpp.composite.CompositeRules;
import energy.setpoint.ocpp.rpc.RpcException;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** What must be understood in one version of OCPP to relay between a station and its CSMS. */
public interface RelayWords {

  /** What becomes of a station's call that cannot reach the CSMS now. */
  Keeping keeping(String action, JsonNode payload);

  /** Whether a call of the station is about what we gave it: the CSMS knows nothing of that. */
  default boolean isForUs(String action, JsonNode payload) {
    return false;
  }

  /**
   * Whether a call tells what limits the station now, or that ours limit it no longer: it does so
   * whatever the CSMS answers.
   */
  default boolean isDeed(String action) {
    return false;
  }

  /** The calls that belong together by a {@code requestId}. */
  ReportActions reports();

  /** The rights that the CSMS needs for a call to the station. */
  Set<CsmsRight> rightsFor(String action, JsonNode payload);

  /**
   * What the station may get of a call for which the CSMS has some of the rights; empty when it
   * cannot be divided, or nothing would be left.
   */
  default Optional<PartOfCall> findPart(String action, JsonNode payload, Set<CsmsRight> granted) {
    return Optional.empty();
  }

  /**
   * The answer that makes a station believe that a message was received of which it was not
   * understood what it says; empty where such an answer would have to say more.
   */
  Optional<JsonNode> findReceipt(String action);

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
