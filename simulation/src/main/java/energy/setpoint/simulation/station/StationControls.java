package energy.setpoint.simulation.station;

import energy.setpoint.simulation.station.habit.Habits;
import energy.setpoint.simulation.station.line.Errands;
import energy.setpoint.simulation.station.state.StationType;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * What the engine may ask of a station, whatever the version.
 *
 * @param name the station's id
 * @param clock the station's own time, which may be wrong
 */
public record StationControls(
    String name,
    StationType type,
    Supplier<Instant> clock,
    ProfileDesk profiles,
    Places places,
    Reservations reservations,
    Operations operations,
    Memory memory,
    Errands errands,
    Upkeep upkeep,
    Supplier<Habits> habits) {

  /** Whether periods of composite schedules start at broken seconds, by habit. */
  public boolean fractionalStarts() {
    return habits.get().composites().fractionalStarts();
  }

  public Instant now() {
    return clock.get();
  }
}
