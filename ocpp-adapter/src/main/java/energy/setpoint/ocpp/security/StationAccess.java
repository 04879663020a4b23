package energy.setpoint.ocpp.security;

import energy.setpoint.ocpp.security.password.PasswordHash;
import java.util.Optional;

/**
 * How one station has to prove itself. A stronger profile than this one is welcome, too.
 *
 * @param password present when the profile demands one
 */
public record StationAccess(SecurityProfile profile, Optional<PasswordHash> password) {

  /** Whoever knows the station's name comes in. */
  public static final StationAccess OPEN =
      new StationAccess(SecurityProfile.OPEN, Optional.empty());

  public StationAccess {
    if (profile.demandsPassword() && password.isEmpty()) {
      throw new IllegalArgumentException(
          "Security profile " + profile.number() + " needs a password.");
    }
  }
}
