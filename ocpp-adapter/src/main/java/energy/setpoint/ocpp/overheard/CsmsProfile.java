package energy.setpoint.ocpp.overheard;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A charging profile that a CSMS sets.
 *
 * @param evse 0 for every EVSE of the station
 * @param transactionId of the transaction that it is for, where it says so
 * @param validFrom the profile may be in force from here on; always where empty
 * @param validTo the profile is not in force from here on; always where empty
 */
public record CsmsProfile(
    int id,
    int evse,
    int stackLevel,
    Purpose purpose,
    Optional<String> transactionId,
    Optional<Instant> validFrom,
    Optional<Instant> validTo,
    List<CsmsLimit> limits) {

  public CsmsProfile {
    limits = List.copyOf(limits);
  }

  public boolean concerns(int evseNumber) {
    return evse == 0 || evse == evseNumber;
  }
}
