package energy.setpoint.simulation.profile.offer;

import energy.setpoint.simulation.profile.ChargingProfile;
import energy.setpoint.simulation.profile.ProfileRules;
import energy.setpoint.simulation.profile.Purpose;
import energy.setpoint.simulation.profile.RunningTransaction;
import energy.setpoint.simulation.profile.SchedulePeriod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The period that leads for each purpose at a moment.
 *
 * @param profiles the highest stack level first
 */
public record LeadingPeriods(
    List<ChargingProfile> profiles, ProfileRules rules, Instant now, Duration offlineFor) {

  /** Tx over TxDefault, and priority charging over both while it is on (K21.FR.04). */
  Optional<ActivePeriod> ofTransaction(RunningTransaction tx) {
    Optional<ActivePeriod> priority =
        tx.hasPriority() ? find(Purpose.PRIORITY, tx) : Optional.empty();
    return priority
        .or(() -> find(Purpose.TX, tx))
        .or(() -> leading(specificFirst(candidates(Purpose.TX_DEFAULT, tx)), tx.start()));
  }

  /** What is set for one EVSE alone, or for the station when that is 0. */
  Optional<ActivePeriod> at(Purpose purpose, int evse, Instant start) {
    return leading(candidates(purpose, p -> p.evse() == evse), start);
  }

  private Optional<ActivePeriod> find(Purpose purpose, RunningTransaction tx) {
    return leading(candidates(purpose, tx), tx.start());
  }

  private List<ChargingProfile> candidates(Purpose purpose, RunningTransaction tx) {
    return candidates(purpose, p -> p.evse() == tx.evse() || p.evse() == 0);
  }

  private List<ChargingProfile> candidates(Purpose purpose, Predicate<ChargingProfile> where) {
    return profiles.stream().filter(p -> p.purpose() == purpose).filter(where).toList();
  }

  /** The period of the highest level that is valid and has one now (K01.FR.17). */
  private Optional<ActivePeriod> leading(List<ChargingProfile> candidates, Instant start) {
    for (ChargingProfile profile : candidates) {
      if (profile.isValidAt(now, offlineFor)) {
        Optional<SchedulePeriod> period = profile.periodAt(now, start, rules.zone());
        if (period.isPresent()) {
          return Optional.of(new ActivePeriod(period.get(), profile.schedule()));
        }
      }
    }
    return Optional.empty();
  }

  /** In 1.6 a default of a connector replaces that of the station, whatever their levels. */
  private List<ChargingProfile> specificFirst(List<ChargingProfile> candidates) {
    if (!rules.sameLevelReplaces()) {
      return candidates;
    }
    List<ChargingProfile> own = candidates.stream().filter(p -> p.evse() > 0).toList();
    return own.isEmpty() ? candidates : own;
  }
}
