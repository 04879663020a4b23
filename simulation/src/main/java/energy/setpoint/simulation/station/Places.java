package energy.setpoint.simulation.station;

import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.Evse;
import energy.setpoint.simulation.grid.Deviation;
import energy.setpoint.simulation.grid.GridCode;
import energy.setpoint.simulation.grid.GridState;
import energy.setpoint.simulation.station.Operations.Outcome;
import energy.setpoint.simulation.station.state.EvseSnapshot;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The EVSEs of a station: what they are, and for whom they are there. Not thread-safe. */
public final class Places {

  /** What became of a wish to unlock a connector. */
  public enum Unlocking {
    UNLOCKED,
    IN_TRANSACTION,
    UNKNOWN_CONNECTOR
  }

  private final Collection<EvseUnit> units;
  private final Life life;

  Places(Collection<EvseUnit> units, Life life) {
    this.units = units;
    this.life = life;
  }

  /** What everybody can see of them. */
  public List<EvseSnapshot> evses() {
    return units.stream().map(EvseUnit::snapshot).toList();
  }

  /** What they are made for. */
  public List<Evse> ratings() {
    return units.stream().map(u -> u.physics().evse()).toList();
  }

  /**
   * @throws IllegalArgumentException when there is no such EVSE
   */
  public Evse rating(int evse) {
    return ratings().stream()
        .filter(e -> e.ref().number() == evse)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no EVSE " + evse + "."));
  }

  /** Between phase and neutral. */
  public Voltage voltage() {
    return units.iterator().next().physics().voltage();
  }

  public boolean has(int evse) {
    return units.stream().anyMatch(u -> u.number() == evse);
  }

  /**
   * Takes EVSEs out of operation, or back into it.
   *
   * @param evse empty for all
   */
  public Outcome changeAvailability(OptionalInt evse, boolean operative) {
    List<EvseUnit> asked = at(evse);
    if (asked.isEmpty()) {
      return Outcome.REFUSED;
    }
    boolean busy = !operative && asked.stream().anyMatch(u -> u.transaction().isPresent());
    asked.forEach(u -> life.ask(() -> u.operate(operative)));
    return busy ? Outcome.SCHEDULED : Outcome.DONE;
  }

  public Unlocking unlock(int evse) {
    return at(OptionalInt.of(evse)).stream()
        .findFirst()
        .map(u -> u.transaction().isPresent() ? Unlocking.IN_TRANSACTION : Unlocking.UNLOCKED)
        .orElse(Unlocking.UNKNOWN_CONNECTOR);
  }

  /** Its inverters obey these functions from now on. */
  public void govern(GridCode code, GridState grid) {
    units.forEach(u -> u.power().govern(code, grid));
  }

  /** Why an inverter does not do what the profiles say; that of the lowest EVSE number. */
  public Optional<Deviation> deviation() {
    return units.stream().map(u -> u.power().deviation()).flatMap(Optional::stream).findFirst();
  }

  private List<EvseUnit> at(OptionalInt evse) {
    return units.stream().filter(u -> evse.isEmpty() || u.number() == evse.getAsInt()).toList();
  }
}
