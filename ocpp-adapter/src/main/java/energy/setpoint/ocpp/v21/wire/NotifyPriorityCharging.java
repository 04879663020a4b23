package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.Length;

/** A driver switched priority charging on or off at the station. */
public record NotifyPriorityCharging(@Length(36) String transactionId, boolean activated) {}
