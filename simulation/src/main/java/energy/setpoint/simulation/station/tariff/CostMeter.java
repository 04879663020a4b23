package energy.setpoint.simulation.station.tariff;

import energy.setpoint.simulation.station.tariff.CostDetails.Kind;
import energy.setpoint.simulation.station.tariff.CostDetails.Period;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Counts what a transaction costs (I12). The conditions are looked at in every step, as with a
 * TariffInterval of 0 (I12.FR.32). Not thread-safe.
 */
public final class CostMeter {

  private Tariff tariff;
  private final List<Period> periods = new ArrayList<>();
  private List<OptionalInt> used = List.of();
  private Optional<Moment> last = Optional.empty();
  private Optional<Instant> lastAt = Optional.empty();
  private Cost energy = Cost.ZERO;
  private Cost chargingTime = Cost.ZERO;
  private Cost idleTime = Cost.ZERO;
  private Cost fixed = Cost.ZERO;
  private boolean frozen;
  private boolean charged;

  public CostMeter(Tariff tariff) {
    this.tariff = tariff;
  }

  public Tariff tariff() {
    return tariff;
  }

  /** Another tariff counts from the next step on, without a look back (I11.FR.08). */
  public void change(Tariff other) {
    tariff = other;
    used = List.of();
    frozen = false;
  }

  /** Counts what has happened since the last step, at the prices that held then. */
  public void advance(Moment now, Instant at) {
    Moment before = last.orElse(now);
    begin(before, lastAt.orElse(at));
    use(now, before);
    if (!frozen) {
      count(now, before);
      frozen = tariff.most().filter(bound -> bound.isReachedBy(sum())).isPresent();
    }
    begin(now, at);
    last = Optional.of(now);
    lastAt = Optional.of(at);
  }

  /** I12.FR.35, I12.FR.36: other prices begin a charging period. */
  private void begin(Moment now, Instant at) {
    if (!charged) {
      // I12.FR.30: once at the start.
      charged = true;
      fixed = fixed.plus(tariff.fixedFee().priceAt(now), tariff.fixedFee());
    }
    List<OptionalInt> next = tariff.used(now);
    if (!next.equals(used)) {
      used = next;
      periods.add(new Period(at, tariff.id(), 0, 0, 0));
    }
  }

  /** Usage is counted even when the cost has reached its bound (I12.FR.40). */
  private void use(Moment now, Moment before) {
    Period open = periods.removeLast();
    periods.add(
        new Period(
            open.start(),
            open.tariffId(),
            open.wattHours() + now.wattHours() - before.wattHours(),
            open.chargingSeconds() + now.chargingSeconds() - before.chargingSeconds(),
            open.idleSeconds() + now.idleSeconds() - before.idleSeconds()));
  }

  private void count(Moment now, Moment before) {
    double kilowattHours = (now.wattHours() - before.wattHours()) / 1000;
    double charging = (now.chargingSeconds() - before.chargingSeconds()) / 60;
    double idle = (now.idleSeconds() - before.idleSeconds()) / 60;
    energy = energy.plus(tariff.energy().priceAt(before) * kilowattHours, tariff.energy());
    chargingTime =
        chargingTime.plus(tariff.chargingTime().priceAt(before) * charging, tariff.chargingTime());
    idleTime = idleTime.plus(tariff.idleTime().priceAt(before) * idle, tariff.idleTime());
  }

  /**
   * The breakdown.
   *
   * @param ended whether the least cost of the tariff is due, in place of all others (I12.FR.38)
   */
  public CostDetails details(boolean ended) {
    Optional<Cost> least =
        tariff.least().filter(bound -> ended && bound.isAbove(sum())).map(CostBound::cost);
    boolean replaced = least.isPresent();
    return new CostDetails(
        periods,
        tariff.currency(),
        replaced ? Kind.MIN : frozen ? Kind.MAX : Kind.NORMAL,
        replaced ? Cost.ZERO : energy,
        replaced ? Cost.ZERO : chargingTime,
        replaced ? Cost.ZERO : idleTime,
        least.orElse(fixed),
        least.orElse(sum()),
        periods.stream().mapToDouble(Period::wattHours).sum(),
        periods.stream().mapToDouble(Period::chargingSeconds).sum(),
        periods.stream().mapToDouble(Period::idleSeconds).sum());
  }

  private Cost sum() {
    return energy.plus(chargingTime).plus(idleTime).plus(fixed);
  }
}
