package energy.setpoint.core.guard;

import energy.setpoint.core.quantity.Current;
import java.util.Optional;

/**
 * What a device may draw.
 *
 * @param perPhase at least 0 A
 * @param limitedBy the limit that kept it from getting what it wants
 */
public record Share(Current perPhase, Optional<String> limitedBy) {

  public static final Share NOTHING = new Share(Current.ZERO, Optional.empty());
}
