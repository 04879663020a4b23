package energy.setpoint.ocpp.meter;

import java.util.Optional;

/**
 * One measured value with the words of the wire, which are the same in all versions.
 *
 * @param measurand such as {@code Power.Active.Import}
 * @param phase such as {@code L1} or {@code L1-N}; empty for the whole EVSE
 * @param location such as {@code Outlet}
 * @param value in {@code unit} times ten to the power of {@code multiplier}
 * @param unit such as {@code kW}; empty for the measurand's default
 */
public record MeterSample(
    String measurand,
    Optional<String> phase,
    String location,
    double value,
    Optional<String> unit,
    int multiplier) {

  /** What a value without any further word is (2.1 part 2, SampledValueType; 1.6 section 7.43). */
  public static final String DEFAULT_MEASURAND = "Energy.Active.Import.Register";

  /** Where a value without a location was measured. */
  public static final String DEFAULT_LOCATION = "Outlet";
}
