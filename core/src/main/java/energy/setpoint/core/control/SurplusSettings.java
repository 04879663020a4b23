package energy.setpoint.core.control;

import energy.setpoint.core.site.EvseRef;
import java.util.Map;
import java.util.Optional;

/**
 * Who charges on solar surplus, and in which order.
 *
 * @param first who takes of it first
 * @param evses that charge on surplus; others charge as planned
 */
public record SurplusSettings(First first, Map<EvseRef, SurplusCharging> evses) {

  /** Nobody. */
  public static final SurplusSettings NONE = new SurplusSettings(First.VEHICLES, Map.of());

  public SurplusSettings {
    evses = Map.copyOf(evses);
  }

  /** Who takes of the surplus first. */
  public enum First {
    VEHICLES,
    BATTERIES
  }

  /** Empty for an EVSE that charges as planned. */
  public Optional<SurplusCharging> find(EvseRef evse) {
    return Optional.ofNullable(evses.get(evse));
  }
}
