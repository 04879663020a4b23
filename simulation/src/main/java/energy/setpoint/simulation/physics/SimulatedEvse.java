package energy.setpoint.simulation.physics;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.Supply;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The power electronics and the meter of one EVSE. Not thread-safe. */
public final class SimulatedEvse {

  private final Evse evse;
  private final Voltage voltage;
  private Optional<SimulatedVehicle> vehicle = Optional.empty();
  private Current current = Current.ZERO;
  private int switchedTo = 3;
  private int firstPhase = 1;
  private double importedWattHours;
  private double exportedWattHours;

  /**
   * @param imported where the import register stands
   */
  public SimulatedEvse(Evse evse, Voltage voltage, Energy imported) {
    this.evse = evse;
    this.voltage = voltage;
    this.importedWattHours = imported.wattHours();
  }

  public Evse evse() {
    return evse;
  }

  public Voltage voltage() {
    return voltage;
  }

  public Optional<SimulatedVehicle> vehicle() {
    return vehicle;
  }

  /**
   * @throws IllegalStateException when another vehicle is still there
   */
  public void plugIn(SimulatedVehicle arriving) {
    if (vehicle.isPresent()) {
      throw new IllegalStateException("EVSE " + evse.ref() + " is occupied.");
    }
    vehicle = Optional.of(arriving);
  }

  /** The vehicle leaves; from now on no current flows. */
  public void unplug() {
    interrupt();
    vehicle = Optional.empty();
  }

  /** The contactor opens at once, as after a loss of power. */
  public void interrupt() {
    vehicle.ifPresent(SimulatedVehicle::interrupt);
    current = Current.ZERO;
  }

  /**
   * Connects some of the phases of an AC EVSE. The contactor opens for it, so that the current
   * begins anew at 0.
   *
   * @param phases 1 to 3; more than are wired means all
   * @param first 1 to 3, where a single phase begins
   */
  public void usePhases(int phases, int first) {
    if (phases != switchedTo || first != firstPhase) {
      switchedTo = phases;
      firstPhase = first;
      interrupt();
    }
  }

  /**
   * Lives through some time under an offer, which is capped by what the EVSE can carry.
   *
   * @param elapsed above 0
   */
  public void advance(Duration elapsed, Offer offer) {
    Offer possible = new Offer(offer.limit().min(evse.maximum()), offer.setpoint());
    current = vehicle.map(v -> v.advance(elapsed, possible, connection())).orElse(Current.ZERO);
    double wattHours = power().over(elapsed).wattHours();
    importedWattHours += Math.max(0, wattHours);
    exportedWattHours += Math.max(0, -wattHours);
  }

  /** How many phases the vehicle loads, or would load: those of the EVSE when it is free. */
  public int phasesInUse() {
    return evse.supply() == Supply.DC
        ? evse.phases()
        : Math.min(
            switchedTo,
            vehicle.map(v -> Math.min(v.model().phases(), evse.phases())).orElse(evse.phases()));
  }

  /** Signed power on the grid side. */
  public Power power() {
    return current.at(voltage, phasesInUse());
  }

  /** Signed current on each phase in use. */
  public Current current() {
    return current;
  }

  /** Signed currents in the EVSE's own phase order, as its meter shows them; 1 or 3 values. */
  public List<Current> meteredCurrents() {
    List<Current> idle = Collections.nCopies(evse.phases() - phasesInUse(), Current.ZERO);
    List<Current> busy = Collections.nCopies(phasesInUse(), current);
    return Stream.concat(busy.stream(), idle.stream()).toList();
  }

  /** Signed currents on the phases of the grid, through the rotation of the wiring. */
  public PhaseCurrents gridCurrents() {
    List<Phase> loaded =
        switchedTo == 1 && firstPhase <= evse.phases()
            ? List.of(evse.wiring().get(firstPhase - 1))
            : evse.phasesLoadedBy(phasesInUse());
    return PhaseCurrents.on(loaded, current);
  }

  public Energy imported() {
    return new Energy(importedWattHours);
  }

  public Energy exported() {
    return new Energy(exportedWattHours);
  }

  private Connection connection() {
    return new Connection(
        evse.supply(), phasesInUse(), voltage, evse.minimum(), evse.bidirectional());
  }
}
