package energy.setpoint.ocpp.devicemodel;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a station told of a variable.
 *
 * @param value the actual one
 * @param maxLimit the highest that it may have, where a report says so
 */
public record VariableValue(
    String component,
    Optional<Integer> evse,
    String variable,
    Optional<String> instance,
    Optional<String> value,
    Optional<BigDecimal> maxLimit) {}
