package energy.setpoint.ocpp.dialect;

import energy.setpoint.ocpp.dialect.profile.HeldProfile;
import energy.setpoint.ocpp.rpc.RpcException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * How a version of OCPP asks a station which profiles it holds, and reads its reports (2.x K09).
 */
public interface ProfileQuestions {

  /** Asks for all profiles of all EVSEs and sources. */
  OutboundCall ask(int requestId);

  /**
   * Whether reports follow; there is nothing to report where not.
   *
   * @throws RpcException when the answer does not have the form that the version prescribes
   */
  boolean promisesReports(JsonNode response) throws RpcException;

  /**
   * What a call of a station tells of its profiles; empty when it is another call.
   *
   * @throws RpcException when the call does not have the form that the version prescribes
   */
  Optional<Part> findPart(String action, JsonNode payload) throws RpcException;

  /**
   * One of the reports.
   *
   * @param requestId of the question
   * @param more true when another one follows (K09.FR.02)
   */
  record Part(int requestId, boolean more, List<HeldProfile> profiles) {
    public Part {
      profiles = List.copyOf(profiles);
    }
  }
}
