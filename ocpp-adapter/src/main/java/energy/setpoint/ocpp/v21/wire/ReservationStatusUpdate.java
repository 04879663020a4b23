package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.OneOf;
import energy.setpoint.ocpp.payload.Range;

/** A reservation ended without being used. */
public record ReservationStatusUpdate(
    @Range(min = 0) int reservationId,
    @OneOf({"Expired", "Removed", "NoTransaction"}) String reservationUpdateStatus) {}
