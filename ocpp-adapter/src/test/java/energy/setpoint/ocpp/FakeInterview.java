package energy.setpoint.ocpp;

import energy.setpoint.ocpp.dialect.OutboundCall;
import energy.setpoint.ocpp.dialect.StationInterview;
import energy.setpoint.ocpp.dialect.trait.Fact;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Asks one question, and waits for one report where that is promised. */
final class FakeInterview implements StationInterview {

  private final Interviewee station;
  private final List<Fact> facts = new ArrayList<>();
  private boolean asked;
  private boolean listening;
  private boolean complete = true;

  FakeInterview(Interviewee station) {
    this.station = station;
  }

  @Override
  public Step next() {
    if (!asked) {
      var payload = FakeDialect.JSON.createObjectNode().put("introduced", station.introduced());
      return new Step.Ask(new OutboundCall("WhoAreYou", payload));
    }
    return listening ? new Step.Listen() : new Step.Done(facts, complete);
  }

  @Override
  public void answered(JsonNode payload) {
    asked = true;
    listening = payload.path("later").asBoolean(false);
    note(payload);
  }

  private void note(JsonNode payload) {
    if (payload.has("stackLevel")) {
      facts.add(Fact.of("stackLevel", payload.path("stackLevel").asString("")));
    }
  }

  @Override
  public void refused(boolean told) {
    asked = true;
    complete = told;
  }

  @Override
  public void heard(String action, JsonNode payload) {
    if (action.equals("Echo")) {
      note(payload);
      listening = false;
    }
  }

  @Override
  public void overdue() {
    listening = false;
    complete = false;
  }
}
