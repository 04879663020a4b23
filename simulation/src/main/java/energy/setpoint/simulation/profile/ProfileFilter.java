package energy.setpoint.simulation.profile;

import java.util.Optional;
import java.util.OptionalInt;

/** Which profiles to clear: one by its id, or all that match every criterion given (K10.FR.04). */
public record ProfileFilter(
    OptionalInt id, OptionalInt evse, Optional<Purpose> purpose, OptionalInt stackLevel) {

  public static ProfileFilter byId(int id) {
    return new ProfileFilter(
        OptionalInt.of(id), OptionalInt.empty(), Optional.empty(), OptionalInt.empty());
  }

  /** What came from elsewhere is never cleared by the server (K10.FR.08, K10.FR.09). */
  public boolean matches(ChargingProfile profile) {
    if (!profile.isOfServer()) {
      return false;
    }
    if (id.isPresent()) {
      return id.getAsInt() == profile.id();
    }
    return (evse.isEmpty() || evse.getAsInt() == profile.evse())
        && purpose.filter(p -> p != profile.purpose()).isEmpty()
        && (stackLevel.isEmpty() || stackLevel.getAsInt() == profile.stackLevel());
  }
}
