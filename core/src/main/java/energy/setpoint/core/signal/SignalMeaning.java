package energy.setpoint.core.signal;

import energy.setpoint.core.quantity.Power;
import java.util.Map;
import java.util.Optional;

/** What the number that a device tells means for the site. */
public sealed interface SignalMeaning {

  /** What a number allows; empty when it means nothing. */
  Optional<Allowed> find(double told);

  /** The number in words, for people. */
  String words(double told);

  /** The number is the limit itself, in watts. */
  record Watts() implements SignalMeaning {

    @Override
    public Optional<Allowed> find(double told) {
      return told >= 0 && Double.isFinite(told)
          ? Optional.of(Allowed.atMost(Power.ofWatts(told)))
          : Optional.empty();
    }

    @Override
    public String words(double told) {
      return Math.round(told) + " W";
    }
  }

  /**
   * The number is one of some steps, such as those of a ripple-control receiver with a contact for
   * each.
   *
   * @param allowed by the number, at least one
   */
  record Steps(Map<Integer, Allowed> allowed) implements SignalMeaning {

    public Steps {
      allowed = Map.copyOf(allowed);
      if (allowed.isEmpty()) {
        throw new IllegalArgumentException("A grid signal has at least one step.");
      }
    }

    @Override
    public Optional<Allowed> find(double told) {
      return told == Math.rint(told)
          ? Optional.ofNullable(allowed.get((int) told))
          : Optional.empty();
    }

    @Override
    public String words(double told) {
      return "step " + (told == Math.rint(told) ? Long.toString((long) told) : told);
    }
  }
}
