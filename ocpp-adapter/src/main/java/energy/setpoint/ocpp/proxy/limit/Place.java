package energy.setpoint.ocpp.proxy.limit;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.ocpp.composite.CompositeSchedule;
import energy.setpoint.ocpp.composite.profile.PhaseValues;
import energy.setpoint.ocpp.composite.profile.RateUnit;
import energy.setpoint.ocpp.composite.profile.SchedulePeriod;
import energy.setpoint.ocpp.composite.station.Rating;
import energy.setpoint.ocpp.composite.station.SetpointPriority;
import energy.setpoint.ocpp.composite.station.Station;
import energy.setpoint.ocpp.composite.station.StationEvse;
import energy.setpoint.ocpp.composite.station.Supply;
import energy.setpoint.ocpp.composite.station.Transaction;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where profiles hold: at one EVSE, or at a station, which is taken for one large EVSE.
 *
 * <p>The voltage of a vehicle on DC is not known: amperes are taken at the nominal voltage of the
 * grid, below that of any battery, so that they never stand for more than the CSMS means.
 *
 * @param evse its number
 * @param phases 1 to 3 of the grid
 * @param voltage nominal, between phase and neutral
 */
public record Place(int evse, boolean directCurrent, int phases, Voltage voltage) {

  /** Far more than any EVSE, so that only profiles limit it. */
  private static final double NO_LIMIT = 100_000_000;

  private static final int GRID_PHASES = 3;

  RateUnit unit() {
    return directCurrent ? RateUnit.W : RateUnit.A;
  }

  Station station(Optional<Transaction> transaction, ZoneId zone) {
    Supply grid = Supply.ofAc(voltage.volts(), GRID_PHASES);
    Supply supply =
        directCurrent ? Supply.ofDc(voltage.volts()) : Supply.ofAc(voltage.volts(), phases);
    var rating = new Rating(RateUnit.W, NO_LIMIT, Optional.empty());
    return new Station(
        zone,
        Set.of(RateUnit.A, RateUnit.W),
        grid,
        Optional.empty(),
        List.of(new StationEvse(evse, supply, rating)),
        transaction.stream().toList(),
        List.of(),
        SetpointPriority.EXTERNAL_CONTROL);
  }

  /** The least of all periods. */
  Allowance least(CompositeSchedule schedule) {
    return schedule.periods().stream()
        .map(this::allowance)
        .reduce(Allowance.ANYTHING, Allowance::min);
  }

  private Allowance allowance(SchedulePeriod period) {
    double limit = Math.max(0, period.limit().map(PhaseValues::value).orElse(0.0));
    Current perPhase =
        directCurrent
            ? voltage.currentFor(Power.ofWatts(limit), phases)
            : Current.ofMilliamps(Math.round(limit * 1000));
    int through = directCurrent ? GRID_PHASES : period.numberPhases().orElse(phases);
    return new Allowance(perPhase, through);
  }
}
