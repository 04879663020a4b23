package energy.setpoint.ocpp.stats;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts by label. Labels beyond a limit count as "other": peers must not fill our memory. */
final class Tally {

  private static final int MAX_LABELS = 100;
  private static final String OTHER = "other";

  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

  void add(String label) {
    LongAdder known = counts.get(label);
    if (known == null) {
      String place = counts.size() < MAX_LABELS ? label : OTHER;
      known = counts.computeIfAbsent(place, it -> new LongAdder());
    }
    known.increment();
  }

  Map<String, Long> snapshot() {
    var snapshot = new TreeMap<String, Long>();
    counts.forEach((label, count) -> snapshot.put(label, count.sum()));
    return snapshot;
  }
}
