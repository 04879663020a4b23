package energy.setpoint.simulation.station.habit;

import energy.setpoint.core.quantity.Current;

/** What a station makes of a limit or setpoint. */
public enum Rounding {
  NONE,
  /** To whole amperes towards zero. */
  DOWN,
  /** To whole amperes away from zero: more than was allowed. */
  UP,
  /** To the nearest tenth of an ampere. */
  TENTHS;

  /** The current that is obeyed instead. */
  public Current of(Current current) {
    double amps = current.amps();
    return switch (this) {
      case NONE -> current;
      case DOWN -> Current.ofAmps(Math.copySign(Math.floor(Math.abs(amps)), amps));
      case UP -> Current.ofAmps(Math.copySign(Math.ceil(Math.abs(amps)), amps));
      case TENTHS -> Current.ofAmps(Math.round(amps * 10) / 10.0);
    };
  }
}
