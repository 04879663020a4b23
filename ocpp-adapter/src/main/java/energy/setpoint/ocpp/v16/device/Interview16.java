package energy.setpoint.ocpp.v16.device;

import energy.setpoint.ocpp.dialect.OutboundCall;
import energy.setpoint.ocpp.dialect.StationInterview;
import energy.setpoint.ocpp.dialect.trait.Fact;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.v16.wire.GetConfiguration;
import energy.setpoint.ocpp.v16.wire.GetConfiguration.KeyValue;
import energy.setpoint.ocpp.v16.wire.TriggerMessage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Asks a station of OCPP 1.6 for its settings: all that matter at once, and one by one where it
 * does not answer that (section 5.8; GetConfigurationMaxKeys).
 */
public final class Interview16 implements StationInterview {

  /** A station that is silent twice has said enough. */
  private static final int MOST_SILENCES = 2;

  private final Map<String, Fact> facts = new LinkedHashMap<>();
  private final Deque<Record> questions = new ArrayDeque<>();
  private int silences;

  public Interview16(Interviewee station) {
    if (!station.introduced()) {
      questions.add(new TriggerMessage("BootNotification", Optional.empty()));
    }
    questions.add(new GetConfiguration(Optional.of(Settings16.WANTED)));
  }

  @Override
  public Step next() {
    Record question = questions.peek();
    return question == null
        ? new Step.Done(List.copyOf(facts.values()), silences == 0)
        : new Step.Ask(
            new OutboundCall(question.getClass().getSimpleName(), Payloads.write(question)));
  }

  @Override
  public void answered(JsonNode payload) {
    if (!(questions.peek() instanceof GetConfiguration)) {
      questions.poll();
      return;
    }
    try {
      var answer = Payloads.read(GetConfiguration.Response.class, payload);
      answer.configurationKey().orElse(List.of()).forEach(this::note);
      questions.poll();
    } catch (RpcException malformed) {
      refused(true);
    }
  }

  private void note(KeyValue told) {
    for (String key : Settings16.WANTED) {
      if (key.equalsIgnoreCase(told.key()) && told.value().isPresent()) {
        facts.put(key, Fact.of(key, told.value().get().asString("")));
      }
    }
  }

  @Override
  public void refused(boolean told) {
    Record question = questions.poll();
    if (!told && ++silences >= MOST_SILENCES) {
      questions.clear();
    } else if (question instanceof GetConfiguration many && many.key().orElseThrow().size() > 1) {
      for (String key : Settings16.WANTED) {
        questions.add(new GetConfiguration(Optional.of(List.of(key))));
      }
    }
  }

  /** Settings come in answers only. */
  @Override
  public void heard(String action, JsonNode payload) {}

  @Override
  public void overdue() {}
}
