package energy.setpoint.simulation.physics;

import energy.setpoint.core.quantity.Current;
import java.util.Optional;

/**
 * What an EVSE tells a vehicle to do.
 *
 * @param limit the most per phase, at least 0
 * @param setpoint the current per phase to follow, negative feeds back; empty when the vehicle may
 *     choose anything up to the limit
 */
public record Offer(Current limit, Optional<Current> setpoint) {

  public static final Offer NONE = upTo(Current.ZERO);

  public Offer {
    if (limit.isNegative()) {
      throw new IllegalArgumentException("A limit cannot be negative: " + limit + ".");
    }
  }

  public static Offer upTo(Current limit) {
    return new Offer(limit, Optional.empty());
  }

  /** The same for a vehicle that may only draw. */
  public Offer drawing() {
    return setpoint.map(s -> upTo(s.max(Current.ZERO).min(limit))).orElse(this);
  }

  public static Offer follow(Current setpoint, Current limit) {
    return new Offer(limit, Optional.of(setpoint));
  }
}
