package energy.setpoint.core.session;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.site.EvseRef;
import java.time.Instant;
import java.util.Optional;

/**
 * A vehicle at an EVSE, from the start of the transaction to its end.
 *
 * @param transactionId as the station and the adapter know it
 * @param meterStart net register (taken minus fed back) when the session started, where known
 * @param delivered net energy since the start, on the grid side; negative when more was fed back
 * @param soc as last reported by the station
 */
public record ChargingSession(
    SessionId id,
    EvseRef evse,
    String transactionId,
    Optional<IdToken> idToken,
    Instant started,
    Optional<Instant> ended,
    ChargingNeed need,
    Optional<Energy> meterStart,
    Energy delivered,
    Optional<StateOfCharge> soc) {

  public boolean isOpen() {
    return ended.isEmpty();
  }

  public ChargingSession withNeed(ChargingNeed newNeed) {
    return new ChargingSession(
        id, evse, transactionId, idToken, started, ended, newNeed, meterStart, delivered, soc);
  }

  public ChargingSession withMeterStart(Energy register) {
    return new ChargingSession(
        id,
        evse,
        transactionId,
        idToken,
        started,
        ended,
        need,
        Optional.of(register),
        delivered,
        soc);
  }

  public ChargingSession withDelivered(Energy total, Optional<StateOfCharge> reported) {
    return new ChargingSession(
        id,
        evse,
        transactionId,
        idToken,
        started,
        ended,
        need,
        meterStart,
        total,
        reported.isPresent() ? reported : soc);
  }

  public ChargingSession withEnd(Instant end) {
    return new ChargingSession(
        id,
        evse,
        transactionId,
        idToken,
        started,
        Optional.of(end),
        need,
        meterStart,
        delivered,
        soc);
  }
}
