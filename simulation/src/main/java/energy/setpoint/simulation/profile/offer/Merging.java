package energy.setpoint.simulation.profile.offer;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.Evse;
import energy.setpoint.simulation.physics.Offer;
import energy.setpoint.simulation.profile.OperationMode;
import energy.setpoint.simulation.profile.Purpose;
import energy.setpoint.simulation.profile.RateUnit;
import energy.setpoint.simulation.profile.RunningTransaction;
import energy.setpoint.simulation.profile.Surroundings;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Merges the leading periods of all purposes: the lowest limit of each, local generation on top
 * (SC.01, K04.FR.05, K11.FR.01, K12.FR.01).
 */
public record Merging(
    LeadingPeriods leading, Map<Integer, Evse> evses, Voltage voltage, Surroundings seen) {

  public Map<Integer, Allowance> allowances(Collection<RunningTransaction> running) {
    Map<Integer, Allowance> allowed = new TreeMap<>();
    running.forEach(tx -> allowed.put(tx.evse(), own(tx)));
    Optional<ActivePeriod> generated = atStation(Purpose.LOCAL_GENERATION);
    generated.ifPresent(extra -> addEvenly(extra, running, allowed));
    atStation(Purpose.STATION_MAX).ifPresent(max -> share(max, generated, running, allowed));
    atStation(Purpose.EXTERNAL).ifPresent(max -> share(max, Optional.empty(), running, allowed));
    return allowed;
  }

  private Allowance own(RunningTransaction tx) {
    EvseOffer offers = new EvseOffer(evse(tx.evse()), voltage, tx, seen);
    Allowance byServer =
        leading
            .ofTransaction(tx)
            .map(offers::of)
            .orElse(
                Allowance.of(Offer.upTo(evse(tx.evse()).maximum()), OperationMode.CHARGING_ONLY));
    Allowance withOwn =
        leading
            .at(Purpose.LOCAL_GENERATION, tx.evse(), tx.start())
            .map(extra -> raised(byServer, offers.of(extra).offer().limit(), tx))
            .orElse(byServer);
    return leading
        .at(Purpose.EXTERNAL, tx.evse(), tx.start())
        .map(external -> restricted(withOwn, external, offers))
        .orElse(withOwn);
  }

  /** The lower limits; an external setpoint goes before the server's (Q06.FR.21). */
  private Allowance restricted(Allowance byServer, ActivePeriod external, EvseOffer offers) {
    Offer other = offers.of(external).offer();
    Optional<Current> setpoint = other.setpoint().or(() -> byServer.offer().setpoint());
    Current lowest =
        external
            .period()
            .dischargeLimit()
            .map(limit -> offers.amps(external, limit))
            .orElse(offers.evse().maximum().negated());
    OperationMode mode =
        external.period().mode().follows() ? external.period().mode() : byServer.mode();
    Offer merged =
        new Offer(byServer.offer().limit().min(other.limit()), setpoint.map(s -> s.max(lowest)));
    return new Allowance(merged, mode, byServer.numberPhases(), byServer.phaseToUse());
  }

  private Allowance raised(Allowance allowance, Current by, RunningTransaction tx) {
    Offer offer = allowance.offer();
    Current limit = offer.limit().plus(by).min(evse(tx.evse()).maximum());
    return allowance.with(new Offer(limit, offer.setpoint()));
  }

  /** What is made for the whole station is split among all that want it (K27). */
  private void addEvenly(
      ActivePeriod extra, Collection<RunningTransaction> running, Map<Integer, Allowance> allowed) {
    long takers = running.stream().filter(RunningTransaction::wantsEnergy).count();
    for (RunningTransaction tx : running) {
      if (tx.wantsEnergy()) {
        EvseOffer offers = new EvseOffer(evse(tx.evse()), voltage, tx, seen);
        Current part = Current.ofAmps(offers.of(extra).offer().limit().amps() / takers);
        allowed.computeIfPresent(tx.evse(), (evse, before) -> raised(before, part, tx));
      }
    }
  }

  private void share(
      ActivePeriod max,
      Optional<ActivePeriod> generated,
      Collection<RunningTransaction> running,
      Map<Integer, Allowance> allowed) {
    RateUnit unit = max.schedule().unit();
    double total = total(max, unit) + generated.map(extra -> total(extra, unit)).orElse(0.0);
    new StationShare(total, unit, evses, voltage).apply(running, allowed);
  }

  /** A limit of the station in a unit; amperes are on three phases. */
  private double total(ActivePeriod active, RateUnit unit) {
    double external = seen.external().limitWatts().orElse(0);
    boolean heard = active.period().mode() == OperationMode.EXTERNAL_LIMITS;
    if (heard && active.period().limit().isEmpty()) {
      return unit == RateUnit.W ? external : external / (3 * voltage.volts());
    }
    double value = active.period().limit().map(l -> l.nearestToZero(3)).orElse(Double.MAX_VALUE);
    if (active.schedule().unit() == unit) {
      return value;
    }
    double factor = 3 * voltage.volts();
    return unit == RateUnit.W ? value * factor : value / factor;
  }

  private Optional<ActivePeriod> atStation(Purpose purpose) {
    return leading.at(purpose, 0, leading.now());
  }

  private Evse evse(int number) {
    Evse evse = evses.get(number);
    if (evse == null) {
      throw new IllegalArgumentException("There is no EVSE " + number + ".");
    }
    return evse;
  }
}
