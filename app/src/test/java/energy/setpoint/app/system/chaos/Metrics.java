package energy.setpoint.app.system.chaos;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an engine tells Prometheus at a moment. */
record Metrics(String text) {

  /** The look of the guard always stands in the queue of the loop. */
  private static final int ALWAYS_THERE = 1;

  /**
   * The sum of all lines with a name and a label; empty when there is none.
   *
   * @param label such as {@code device="roof"}; all when it is empty
   */
  OptionalDouble find(String name, String label) {
    String labels =
        label.isEmpty() ? "(?:\\{[^}]*})?" : "\\{[^}]*" + Pattern.quote(label) + "[^}]*}";
    Matcher line =
        Pattern.compile("^" + Pattern.quote(name) + labels + " (\\S+)$", Pattern.MULTILINE)
            .matcher(text);
    double sum = 0;
    boolean found = false;
    while (line.find()) {
      sum += Double.parseDouble(line.group(1));
      found = true;
    }
    return found ? OptionalDouble.of(sum) : OptionalDouble.empty();
  }

  boolean isConnected(String station) {
    return is("setpoint_station_connected", "station=\"" + station + "\"", 1);
  }

  boolean isFresh(String device) {
    return is("setpoint_device_stale", "device=\"" + device + "\"", 0);
  }

  /** Nothing waits, in the loop or before the database. */
  boolean isAllStored() {
    return is("setpoint_store_queued", "", 0)
        && find("setpoint_loop_backlog", "").orElse(0) <= ALWAYS_THERE;
  }

  private boolean is(String name, String label, double value) {
    OptionalDouble found = find(name, label);
    return found.isPresent() && found.getAsDouble() == value;
  }

  double heapMb() {
    return find("jvm_memory_used_bytes", "area=\"heap\"").orElse(0) / (1 << 20);
  }
}
