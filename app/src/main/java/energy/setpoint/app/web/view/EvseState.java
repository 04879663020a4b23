package energy.setpoint.app.web.view;

import energy.setpoint.core.control.SiteSnapshot.EvseView;
import energy.setpoint.core.event.EvseStatus;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Voltage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/** An EVSE at one moment. */
@Schema(
    description =
        "An EVSE at one moment. Limits are per phase; negative ones mean that it shall feed back.")
public record EvseState(
    String station,
    @Schema(description = "Counted from 1 within the station.") int evse,
    EvseStatus status,
    @Schema(description = "The vehicle that is there.") Optional<SessionDetail> session,
    @Schema(description = "Absent when unknown.") Optional<Double> socPercent,
    @Schema(description = "Measured; absent when stale.") Optional<Double> measuredW,
    @Schema(description = "Measured on L1, L2 and L3 of the grid; empty when stale.")
        List<Double> measuredA,
    @Schema(description = "What the guard decided.") double wantedA,
    double wantedW,
    @Schema(description = "What the station confirmed; absent when nothing is in force.")
        Optional<Double> confirmedA,
    Optional<Double> confirmedW,
    @Schema(description = "What it is budgeted at.") double mayDrawA,
    @Schema(description = "How many phases the limits hold for, 1 to 3.") int phases,
    @Schema(description = "Why the guard decided so, for people.") String reason) {

  static EvseState of(EvseView evse, Voltage voltage) {
    return new EvseState(
        evse.ref().station().value(),
        evse.ref().number(),
        evse.status(),
        evse.session().map(SessionDetail::of),
        evse.soc().map(Rounded::percent),
        evse.measured().map(Rounded::watts),
        evse.measuredCurrents().map(Rounded::amps).orElse(List.of()),
        evse.wanted().amps(),
        Rounded.watts(evse.wanted().at(voltage, evse.phases())),
        evse.confirmed().map(Current::amps),
        evse.confirmed().map(limit -> Rounded.watts(limit.at(voltage, evse.phases()))),
        evse.mayDraw().amps(),
        evse.phases(),
        evse.reason());
  }
}
