package energy.setpoint.ocpp.meter;

import java.util.Map;
import java.util.OptionalDouble;

/** The units in which stations measure power, energy and current. */
final class Units {

  private static final Map<String, Map<String, Double>> FACTORS =
      Map.of(
          "W", Map.of("W", 1.0, "kW", 1000.0),
          "Wh", Map.of("Wh", 1.0, "kWh", 1000.0),
          "A", Map.of("A", 1.0, "mA", 0.001));

  private Units() {}

  /** Empty when the sample's unit does not fit, or its value is out of all proportion. */
  static OptionalDouble convert(MeterSample sample, String wanted) {
    Double factor = FACTORS.getOrDefault(wanted, Map.of()).get(sample.unit().orElse(wanted));
    if (factor == null) {
      return OptionalDouble.empty();
    }
    double value = sample.value() * factor * Math.pow(10, sample.multiplier());
    return Math.abs(value) < 1e12 ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}
