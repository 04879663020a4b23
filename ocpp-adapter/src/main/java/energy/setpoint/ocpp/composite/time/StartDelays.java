package energy.setpoint.ocpp.composite.time;

import java.util.List;

/** By how much periods begin later than their schedule says (2.1 K01.FR.92). */
public sealed interface StartDelays {

  /** Not at all, as without a transaction (2.1 K08.FR.06). */
  StartDelays NONE = new AnyUpTo(0);

  /** By something that only the station knows. */
  record AnyUpTo(int seconds) implements StartDelays {}

  /**
   * By what the station drew.
   *
   * @param seconds of each period; what is missing is 0, and so is the first (2.1 K01.FR.94)
   */
  record Drawn(List<Integer> seconds) implements StartDelays {
    public Drawn {
      seconds = List.copyOf(seconds);
    }
  }

  /** The least for a period. */
  default int least(int period) {
    return switch (this) {
      case AnyUpTo any -> 0;
      case Drawn drawn -> drawn(drawn, period);
    };
  }

  /** The most for a period. */
  default int most(int period) {
    return switch (this) {
      case AnyUpTo any -> period == 0 ? 0 : any.seconds();
      case Drawn drawn -> drawn(drawn, period);
    };
  }

  private static int drawn(Drawn drawn, int period) {
    return period == 0 || period >= drawn.seconds().size() ? 0 : drawn.seconds().get(period);
  }
}
