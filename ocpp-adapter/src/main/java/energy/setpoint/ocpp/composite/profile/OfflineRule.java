package energy.setpoint.ocpp.composite.profile;

import java.util.Optional;

/**
 * What becomes of a profile while its station is offline (2.1 K01.FR.101 to K01.FR.103).
 *
 * @param maxOfflineSeconds after which it is not valid while the station stays offline; absent for
 *     always valid
 * @param invalidForGood true when it then stays invalid after the station is back
 */
public record OfflineRule(Optional<Integer> maxOfflineSeconds, boolean invalidForGood) {

  /** It stays valid, as all profiles did before 2.1 (K06.FR.01, 1.6 section 3.13.6). */
  public static final OfflineRule STAYS_VALID = new OfflineRule(Optional.empty(), false);
}
