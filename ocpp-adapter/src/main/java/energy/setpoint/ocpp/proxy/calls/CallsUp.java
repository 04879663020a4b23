package energy.setpoint.ocpp.proxy.calls;

import energy.setpoint.ocpp.proxy.outage.StationCall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** The calls of a station that the CSMS has got and not answered yet. */
public final class CallsUp {

  /** A station has one under way; one that breaks the rule must not fill our memory. */
  private static final int MAX_UNANSWERED = 16;

  private final LinkedHashMap<String, StationCall> unanswered = new LinkedHashMap<>();

  public void sent(StationCall said) {
    unanswered.put(said.call().id(), said);
    if (unanswered.size() > MAX_UNANSWERED) {
      unanswered.pollFirstEntry();
    }
  }

  public Optional<StationCall> answered(String id) {
    return Optional.ofNullable(unanswered.remove(id));
  }

  /** Those that will get no answer from the CSMS any more, the oldest first. */
  public List<StationCall> drain() {
    List<StationCall> all = List.copyOf(unanswered.values());
    unanswered.clear();
    return all;
  }
}
