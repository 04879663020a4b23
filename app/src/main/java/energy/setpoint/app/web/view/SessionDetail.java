package energy.setpoint.app.web.view;

import energy.setpoint.core.session.ChargingNeed;
import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.session.IdToken;
import energy.setpoint.core.session.NeedSource;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;

/** A vehicle at an EVSE, from the start of the transaction to its end. */
@Schema(description = "A vehicle at an EVSE, from the start of the transaction to its end.")
public record SessionDetail(
    String id,
    String station,
    @Schema(description = "Counted from 1 within the station.") int evse,
    @Schema(description = "As the station knows it.") String transactionId,
    @Schema(description = "What the driver or the vehicle showed.") Optional<String> idToken,
    Instant started,
    @Schema(description = "Absent while it is open.") Optional<Instant> ended,
    @Schema(description = "Net, on the grid side; negative when more was fed back.")
        double deliveredWh,
    @Schema(description = "As the station reported it last, 0 to 100.") Optional<Double> socPercent,
    NeedDetail need) {

  /** What the vehicle needs and allows. */
  @Schema(
      description =
          "What the vehicle needs and allows; energies in its battery, powers as magnitudes.")
  public record NeedDetail(
      @Schema(description = "When the stored energy was true.") Instant asOf,
      double storedWh,
      double capacityWh,
      @Schema(description = "Wanted at departure.") double targetWh,
      @Schema(description = "The least that feeding back may leave at departure.")
          double minimumAtDepartureWh,
      @Schema(description = "The least that feeding back may leave at any time.") double floorWh,
      Instant departure,
      double maxChargeW,
      @Schema(description = "0 when it may not feed back.") double maxDischargeW,
      @Schema(description = "1 to 3.") int phases,
      @Schema(description = "Who said so.") NeedSource source) {

    static NeedDetail of(ChargingNeed need) {
      return new NeedDetail(
          need.asOf(),
          Rounded.wattHours(need.stored()),
          Rounded.wattHours(need.capacity()),
          Rounded.wattHours(need.target()),
          Rounded.wattHours(need.minimumAtDeparture()),
          Rounded.wattHours(need.floor()),
          need.departure(),
          Rounded.watts(need.maxCharge()),
          Rounded.watts(need.maxDischarge()),
          need.phases(),
          need.source());
    }
  }

  public static SessionDetail of(ChargingSession session) {
    return new SessionDetail(
        session.id().value(),
        session.evse().station().value(),
        session.evse().number(),
        session.transactionId(),
        session.idToken().map(IdToken::value),
        session.started(),
        session.ended(),
        Rounded.wattHours(session.delivered()),
        session.soc().map(Rounded::percent),
        NeedDetail.of(session.need()));
  }
}
