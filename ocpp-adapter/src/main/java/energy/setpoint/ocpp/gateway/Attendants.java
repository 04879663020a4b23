package energy.setpoint.ocpp.gateway;

import energy.setpoint.ocpp.gateway.review.ProfileReviewer;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Who asks a station on one connection, besides the engine.
 *
 * @param interviewer asks what it can do; empty when stations are not asked
 * @param reviewer asks which profiles it holds; empty where the version cannot
 */
record Attendants(Optional<Interviewer> interviewer, Optional<ProfileReviewer> reviewer) {

  /**
   * @param settled what is to be done whenever the station has connected or booted and what it can
   *     do is known; empty for nothing
   */
  void connected(Optional<Runnable> settled) {
    interviewer.ifPresent(it -> it.connected(settled));
  }

  void booted() {
    interviewer.ifPresent(Interviewer::booted);
  }

  void heard(String action, JsonNode payload) {
    interviewer.ifPresent(it -> it.heard(action, payload));
    reviewer.ifPresent(it -> it.heard(action, payload));
  }

  void again() {
    interviewer.ifPresent(Interviewer::again);
  }

  void closed() {
    interviewer.ifPresent(Interviewer::closed);
    reviewer.ifPresent(ProfileReviewer::closed);
  }
}
