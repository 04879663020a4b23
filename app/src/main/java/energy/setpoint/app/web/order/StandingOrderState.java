package energy.setpoint.app.web.order;

import energy.setpoint.core.order.StandingOrder;
import io.swagger.v3.oas.annotations.media.Schema;

/** An order and how far it is. */
@Schema(description = "An order that stands.")
record StandingOrderState(
    String station,
    @Schema(description = "Counted from 1 within the station.") int evse,
    @Schema(description = "With which it ends at the latest.") String transaction,
    @Schema(
            description =
                "The station has confirmed it; false before it begins, and while a fuse does not"
                    + " bear it.")
        boolean carriedOut,
    StandingOrderDocument order) {

  static StandingOrderState of(StandingOrder order, boolean carriedOut) {
    return new StandingOrderState(
        order.evse().station().value(),
        order.evse().number(),
        order.transactionId(),
        carriedOut,
        StandingOrderWriter.write(order));
  }
}
