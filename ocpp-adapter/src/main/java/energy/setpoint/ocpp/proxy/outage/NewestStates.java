package energy.setpoint.ocpp.proxy.outage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The newest state of each thing of which the CSMS has not heard. */
final class NewestStates {

  /** More than a station has connectors; the oldest state is forgotten first. */
  private static final int MAX_STATES = 128;

  private final LinkedHashMap<String, StationCall> newest = new LinkedHashMap<>();

  /** The newest one goes last, so that states are told in the order in which they were. */
  void put(String about, StationCall said) {
    newest.remove(about);
    newest.put(about, said);
    if (newest.size() > MAX_STATES) {
      newest.pollFirstEntry();
    }
  }

  /** The oldest one, with what it is about. */
  Optional<Map.Entry<String, StationCall>> poll() {
    return Optional.ofNullable(newest.pollFirstEntry());
  }

  /** One that was not heard goes first again, unless it is out of date. */
  void putBack(String about, StationCall said) {
    if (!newest.containsKey(about)) {
      newest.putFirst(about, said);
    }
  }

  boolean isEmpty() {
    return newest.isEmpty();
  }
}
