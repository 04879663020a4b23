package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.Range;

/** A station closes a stream of monitored values. */
public record ClosePeriodicEventStream(@Range(min = 0) int id) {}
