package energy.setpoint.ocpp.v201.wire;

import energy.setpoint.ocpp.payload.OneOf;

/** A reservation ended without being used. */
public record ReservationStatusUpdate(
    int reservationId, @OneOf({"Expired", "Removed"}) String reservationUpdateStatus) {}
