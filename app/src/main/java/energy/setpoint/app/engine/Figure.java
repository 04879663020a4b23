package energy.setpoint.app.engine;

import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * A number that an operator may watch.
 *
 * @param name in Prometheus style with its unit, such as {@code setpoint_ocpp_frames_received}
 * @param kind whether it only ever rises
 * @param labels such as the device that it belongs to
 */
public record Figure(
    String name, String description, Kind kind, Map<String, String> labels, DoubleSupplier value) {

  /** How a figure moves. */
  public enum Kind {
    COUNTER,
    GAUGE
  }

  public Figure {
    labels = Map.copyOf(labels);
  }
}
