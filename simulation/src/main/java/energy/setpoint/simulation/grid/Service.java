package energy.setpoint.simulation.grid;

import java.util.Optional;

/** Whether an inverter is in service, and how it comes back. Not thread-safe. */
final class Service {

  private final double luck;
  private boolean out = true;
  private Optional<Deviation> tripped = Optional.empty();
  private double wellFor;

  /**
   * @param luck which part of a random delay it waits, 0 to 1
   */
  Service(double luck) {
    this.luck = luck;
  }

  /** A vehicle has come or gone: the inverter begins anew, but a trip stays a trip. */
  void begin() {
    if (!out) {
      out = true;
      wellFor = 0;
    }
  }

  void trip(Deviation why) {
    out = true;
    wellFor = 0;
    tripped = Optional.of(why);
  }

  /**
   * Lives through some time.
   *
   * @param criteria of the grid code; without them only a trip keeps the inverter out of service
   * @return true while it is in service
   */
  boolean advance(Optional<EnterService> criteria, GridState grid, double elapsed) {
    if (!out) {
      return true;
    }
    if (criteria.isEmpty() && tripped.isEmpty()) {
      out = false;
      return true;
    }
    EnterService rules = criteria.orElse(EnterService.USUAL);
    wellFor = rules.allows(grid) ? wellFor + elapsed : 0;
    if (rules.allows(grid) && wellFor >= rules.delay() + luck * rules.randomDelay()) {
      out = false;
      tripped = Optional.empty();
    }
    return !out;
  }

  /** Why nothing flows; empty when it is only the usual wait at the start. */
  Optional<Deviation> why(GridState grid) {
    return tripped.or(() ->
        wellFor == 0 ? Optional.of(Deviation.of(Function.ENTER_SERVICE, grid)) : Optional.empty());
  }
}
