package energy.setpoint.core.site;

/** A meter that measures everything that flows into a circuit. */
public record Meter(DeviceId id, CircuitId circuit) {}
