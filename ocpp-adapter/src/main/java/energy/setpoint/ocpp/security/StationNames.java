package energy.setpoint.ocpp.security;

import energy.setpoint.core.site.StationId;
import java.util.Optional;

/** Reads what may be a station's id. */
final class StationNames {

  private StationNames() {}

  static Optional<StationId> find(String name) {
    try {
      return Optional.of(new StationId(name));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
