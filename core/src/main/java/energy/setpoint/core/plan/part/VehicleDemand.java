package energy.setpoint.core.plan.part;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A vehicle as the planner sees it: a battery that is connected for a while.
 *
 * @param circuit what the EVSE is connected to
 * @param phases the grid phases that the vehicle loads evenly, 1 to 3
 * @param connected when it can charge; may begin before the grid and end after it
 * @param stored in the battery at the later of the grid's start and the arrival, 0 to capacity
 * @param target wanted at departure; a shortfall is allowed, reported, and made as small as the
 *     limits permit before any money is saved
 * @param minimumAtDeparture the least that feeding back may leave at departure
 * @param floor the least that feeding back may leave at any time
 * @param maxCharge magnitude on the grid side, vehicle and EVSE together
 * @param maxDischarge magnitude on the grid side; zero for one-way vehicles
 * @param chargeEfficiency stored energy per energy taken, in (0, 1]
 * @param dischargeEfficiency delivered energy per stored energy used, in (0, 1]
 * @param weight how much a kilowatt-hour missing at departure counts against other vehicles', above
 *     0, usually 1
 * @param essential the part of the target that comes before anybody's whole target, 0 to target
 * @param latePrice what a kilowatt-hour missing at departure costs, where that is a matter of
 *     money; empty where it comes before money
 * @param wear what a kilowatt-hour fed back costs in battery life, per kilowatt-hour on the grid
 *     side, at least 0
 * @param traits how it takes power
 * @param expected whether it is only expected: not there yet, and perhaps never
 */
public record VehicleDemand(
    SessionId session,
    EvseRef evse,
    CircuitId circuit,
    List<Phase> phases,
    Interval connected,
    Energy stored,
    Energy capacity,
    Energy target,
    Energy minimumAtDeparture,
    Energy floor,
    Power maxCharge,
    Power maxDischarge,
    double chargeEfficiency,
    double dischargeEfficiency,
    double weight,
    Energy essential,
    Optional<EnergyPrice> latePrice,
    EnergyPrice wear,
    ChargingTraits traits,
    boolean expected) {

  public VehicleDemand {
    phases = List.copyOf(phases);
    Checks.requirePhases(session.value(), phases);
    Checks.requireEfficiency(session.value(), chargeEfficiency);
    Checks.requireEfficiency(session.value(), dischargeEfficiency);
    Checks.requireMagnitude(session.value(), "maximum charge", maxCharge);
    Checks.requireMagnitude(session.value(), "maximum discharge", maxDischarge);
    Checks.requireWithin(session.value(), "stored energy", stored, capacity);
    Checks.requireWithin(session.value(), "target", target, capacity);
    Checks.requireWithin(session.value(), "minimum at departure", minimumAtDeparture, capacity);
    Checks.requireWithin(session.value(), "floor", floor, capacity);
    if (!(weight > 0)) {
      throw new IllegalArgumentException(
          "Vehicle " + session + " has a weight of " + weight + "; expected above 0.");
    }
    Checks.requireWithin(session.value(), "essential energy", essential, target);
    Checks.requirePrice(session.value(), "wear", wear);
    latePrice.ifPresent(
        price -> Checks.requirePrice(session.value(), "price of being late", price));
    traits.taper().forEach(p -> Checks.requireMagnitude(session.value(), "taper", p.most()));
  }

  /** A vehicle without any of the finer points. */
  public VehicleDemand(
      SessionId session,
      EvseRef evse,
      CircuitId circuit,
      List<Phase> phases,
      Interval connected,
      Energy stored,
      Energy capacity,
      Energy target,
      Energy minimumAtDeparture,
      Energy floor,
      Power maxCharge,
      Power maxDischarge,
      double chargeEfficiency,
      double dischargeEfficiency,
      double weight) {
    this(
        session,
        evse,
        circuit,
        phases,
        connected,
        stored,
        capacity,
        target,
        minimumAtDeparture,
        floor,
        maxCharge,
        maxDischarge,
        chargeEfficiency,
        dischargeEfficiency,
        weight,
        Energy.ZERO,
        Optional.empty(),
        EnergyPrice.FREE,
        ChargingTraits.FREE,
        false);
  }

  /** The same vehicle with other finer points. */
  private VehicleDemand with(
      Energy newEssential,
      Optional<EnergyPrice> newLatePrice,
      EnergyPrice newWear,
      ChargingTraits newTraits,
      boolean isExpected) {
    return new VehicleDemand(
        session,
        evse,
        circuit,
        phases,
        connected,
        stored,
        capacity,
        target,
        minimumAtDeparture,
        floor,
        maxCharge,
        maxDischarge,
        chargeEfficiency,
        dischargeEfficiency,
        weight,
        newEssential,
        newLatePrice,
        newWear,
        newTraits,
        isExpected);
  }

  public VehicleDemand withEssential(Energy energy) {
    return with(energy, latePrice, wear, traits, expected);
  }

  public VehicleDemand withLatePrice(EnergyPrice price) {
    return with(essential, Optional.of(price), wear, traits, expected);
  }

  public VehicleDemand withWear(EnergyPrice price) {
    return with(essential, latePrice, price, traits, expected);
  }

  public VehicleDemand withTraits(ChargingTraits newTraits) {
    return with(essential, latePrice, wear, newTraits, expected);
  }

  /** One that is not there yet. */
  public VehicleDemand asExpected() {
    return with(essential, latePrice, wear, traits, true);
  }

  public boolean mayDischarge() {
    return maxDischarge.watts() > 0;
  }

  /** What is missing in the battery now, at least zero. */
  public Energy missing() {
    return target.minus(stored).max(Energy.ZERO);
  }

  /**
   * How long it could wait, from an instant or from its arrival on, and still reach its target by
   * charging at full power until it leaves; below 0 h when it cannot.
   */
  public double hoursToSpare(Instant from) {
    Instant begin = connected.start().isAfter(from) ? connected.start() : from;
    double full = maxCharge.watts() * chargeEfficiency;
    double charging = missing().wattHours() > 0 ? missing().wattHours() / full : 0;
    return Duration.between(begin, connected.end()).toMillis() / 3_600_000.0 - charging;
  }
}
