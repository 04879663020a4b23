package energy.setpoint.simulation.profile.offer;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.Supply;
import energy.setpoint.simulation.physics.Offer;
import energy.setpoint.simulation.profile.PhaseValues;
import energy.setpoint.simulation.profile.RunningTransaction;
import energy.setpoint.simulation.profile.SchedulePeriod;
import energy.setpoint.simulation.profile.Surroundings;
import java.util.Optional;
import java.util.OptionalDouble;

/** What one period lets one EVSE do (2.1 part 2, Q: limits and setpoints by operation mode). */
public record EvseOffer(Evse evse, Voltage voltage, RunningTransaction tx, Surroundings seen) {

  public Allowance of(ActivePeriod active) {
    SchedulePeriod period = active.period();
    Offer offer =
        switch (period.mode()) {
          case CHARGING_ONLY -> Offer.upTo(limit(active));
          case CENTRAL_SETPOINT, CENTRAL_FREQUENCY ->
              follow(active, period.setpoint().map(s -> amps(active, s)).orElse(Current.ZERO));
          case EXTERNAL_SETPOINT ->
              follow(active, external(seen.external().setpointWatts()).orElse(Current.ZERO));
          case EXTERNAL_LIMITS ->
              Offer.upTo(
                  external(seen.external().limitWatts())
                      .map(heard -> heard.min(evse.maximum()).max(Current.ZERO))
                      .orElse(Current.ZERO));
          case LOCAL_FREQUENCY ->
              follow(
                  active,
                  period.frequency().map(f -> perPhase(f.watts(seen))).orElse(Current.ZERO));
          case LOCAL_LOAD_BALANCING -> follow(active, perPhase(-seen.upstreamWatts()));
          case IDLE -> Offer.NONE;
        };
    return new Allowance(
        capped(active, offer), period.mode(), period.numberPhases(), period.phaseToUse());
  }

  /** A setpoint within the period's own limits (V2X.03, V2X.04). */
  private Offer follow(ActivePeriod active, Current setpoint) {
    Current most = evse.maximum().negated();
    Current lowest =
        active.period().dischargeLimit().map(d -> amps(active, d)).orElse(most).max(most);
    return Offer.follow(setpoint.max(lowest), limit(active));
  }

  private Current limit(ActivePeriod active) {
    return active
        .period()
        .limit()
        .map(limit -> amps(active, limit).max(Current.ZERO))
        .orElse(evse.maximum())
        .min(evse.maximum());
  }

  /** K01.FR.100. */
  private Offer capped(ActivePeriod active, Offer offer) {
    Optional<Current> cap =
        active
            .schedule()
            .socLimit()
            .filter(above -> tx.soc().orElse(0) >= above.soc())
            .map(above -> amps(active, PhaseValues.of(above.limit())).max(Current.ZERO));
    return cap.map(most -> new Offer(offer.limit().min(most), offer.setpoint())).orElse(offer);
  }

  Current amps(ActivePeriod active, PhaseValues values) {
    return active.amps(values, phases(active.period()), voltage);
  }

  /** K01.FR.49 and K01.FR.50: three unless said otherwise, and never more than are wired. */
  private int phases(SchedulePeriod period) {
    return evse.supply() == Supply.DC
        ? evse.phases()
        : Math.min(period.numberPhases().orElse(3), evse.phases());
  }

  private Optional<Current> external(OptionalDouble watts) {
    return watts.isPresent() ? Optional.of(perPhase(watts.getAsDouble())) : Optional.empty();
  }

  /** Power of the vehicle on the phases that it really uses. */
  private Current perPhase(double watts) {
    return voltage.currentFor(Power.ofWatts(watts), tx.phasesInUse());
  }
}
