package energy.setpoint.core.signal;

import energy.setpoint.core.quantity.Power;
import java.util.Optional;

/**
 * What a grid signal allows.
 *
 * @param limit a magnitude of at least 0 W; empty when the signal limits nothing
 */
public record Allowed(Optional<Power> limit) {

  /** As much as the contract. */
  public static final Allowed EVERYTHING = new Allowed(Optional.empty());

  public Allowed {
    limit
        .filter(Power::isNegative)
        .ifPresent(negative -> {
          throw new IllegalArgumentException("A grid limit is at least 0 W, not " + negative + ".");
        });
  }

  /** No more than this. */
  public static Allowed atMost(Power limit) {
    return new Allowed(Optional.of(limit));
  }
}
