package energy.setpoint.simulation.profile.admission;

import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.Supply;
import energy.setpoint.simulation.profile.ChargingProfile;
import energy.setpoint.simulation.profile.Feature;
import energy.setpoint.simulation.profile.Kind;
import energy.setpoint.simulation.profile.ProfileRules;
import energy.setpoint.simulation.profile.Purpose;
import energy.setpoint.simulation.profile.RunningTransaction;
import energy.setpoint.simulation.profile.Verdict.Refused;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Decides whether a station takes a profile, by the requirements named at each check. */
public record Admission(ProfileRules rules, List<Evse> evses) {

  /** Why a profile is refused; empty when it may be installed. */
  public Optional<Refused> findRefusal(
      ChargingProfile profile,
      Collection<ChargingProfile> installed,
      Collection<RunningTransaction> running) {
    return findInvalidPurpose(profile)
        .or(() -> findInvalidKind(profile))
        .or(() -> findInvalidPlace(profile))
        .or(() -> findFault(profile))
        .or(() -> findUnswitchablePhases(profile, running))
        .or(() -> findMissingTransaction(profile, running))
        .or(() -> findDuplicate(profile, installed))
        .or(() -> findTooMany(profile, installed));
  }

  /** What is wrong with its schedules, whatever else the station has. */
  public Optional<Refused> findFault(ChargingProfile profile) {
    ScheduleAdmission schedules = new ScheduleAdmission(rules, profile, concerned(profile));
    return profile.schedules().stream()
        .map(schedules::findFault)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Refused> findInvalidPurpose(ChargingProfile profile) {
    if (!rules.purposes().contains(profile.purpose())) {
      return refuse("UnsupportedPurpose", "K01.FR.22, K01.FR.120");
    }
    // K01.FR.82: the numbers below 0 are for what comes from elsewhere.
    if (rules.needsStart() && profile.id() < 0) {
      return refuse("InvalidProfileId", "K01.FR.81: " + profile.id() + " is below 0");
    }
    if (profile.purpose() == Purpose.PRIORITY && profile.schedule().duration().isPresent()) {
      return refuse("InvalidSchedule", "K01.FR.70: priority charging has no duration");
    }
    return Optional.empty();
  }

  private Optional<Refused> findInvalidKind(ChargingProfile profile) {
    if (profile.kind() == Kind.DYNAMIC && !rules.has(Feature.DYNAMIC)) {
      return refuse("UnsupportedKind", "K01.FR.121: SupportsDynamicProfiles is false");
    }
    if (profile.kind() != Kind.DYNAMIC
        && (profile.pullEvery().isPresent() || profile.updated().isPresent())) {
      return refuse("InvalidProfile", "K01.FR.122, K28.FR.04: only dynamic profiles are updated");
    }
    if (profile.kind() == Kind.DYNAMIC
        && (profile.schedules().size() > 1 || profile.schedule().periods().size() != 1)) {
      return refuse("InvalidSchedule", "K28.FR.03: a dynamic profile has one period");
    }
    if (profile.stackLevel() < 0 || profile.stackLevel() > rules.maxStackLevel()) {
      return refuse("InvalidStackLevel", "The highest level is " + rules.maxStackLevel());
    }
    return Optional.empty();
  }

  private Optional<Refused> findInvalidPlace(ChargingProfile profile) {
    boolean forOne = profile.evse() > 0;
    if (forOne && concerned(profile).isEmpty()) {
      return refuse("UnknownEvse", "K01.FR.28: there is no EVSE " + profile.evse());
    }
    if (profile.purpose() == Purpose.STATION_MAX && forOne) {
      return refuse("InvalidProfile", "K04.FR.03: the station's maximum belongs to EVSE 0");
    }
    if (profile.purpose() == Purpose.TX && !forOne) {
      return refuse("InvalidProfile", "K01.FR.16: a TxProfile needs an EVSE");
    }
    return Optional.empty();
  }

  private Optional<Refused> findUnswitchablePhases(
      ChargingProfile profile, Collection<RunningTransaction> running) {
    if (rules.has(Feature.PHASE_SWITCHING)) {
      return Optional.empty();
    }
    boolean fewer =
        profile.schedules().stream()
            .flatMap(schedule -> schedule.periods().stream())
            .flatMapToInt(period -> period.numberPhases().stream())
            .anyMatch(phases -> running.stream().anyMatch(tx -> uses(profile, tx, phases)));
    return fewer
        ? refuse("InvalidSchedule", "K01.FR.43: phases cannot be switched off")
        : Optional.empty();
  }

  private boolean uses(ChargingProfile profile, RunningTransaction tx, int phases) {
    return tx.phasesInUse() > phases
        && concerned(profile).stream()
            .anyMatch(e -> e.ref().number() == tx.evse() && e.supply() == Supply.AC);
  }

  private Optional<Refused> findMissingTransaction(
      ChargingProfile profile, Collection<RunningTransaction> running) {
    if (profile.purpose() != Purpose.TX) {
      return Optional.empty();
    }
    Optional<RunningTransaction> here =
        running.stream().filter(tx -> tx.evse() == profile.evse()).findFirst();
    if (here.isEmpty()) {
      return refuse("TxNotFound", "K01.FR.09: no transaction at EVSE " + profile.evse());
    }
    if (profile.transactionId().isEmpty()) {
      return rules.needsStart()
          ? refuse("MissingParam", "K01.FR.03: a TxProfile names its transaction")
          : Optional.empty();
    }
    return profile.transactionId().equals(here.get().id())
        ? Optional.empty()
        : refuse("TxNotFound", "K01.FR.33: transaction " + profile.transactionId().get());
  }

  private Optional<Refused> findDuplicate(
      ChargingProfile profile, Collection<ChargingProfile> installed) {
    if (installed.stream().anyMatch(p -> p.id() == profile.id() && !p.isOfServer())) {
      return refuse("InvalidProfileId", "K01.FR.05: external constraints are not replaced");
    }
    if (rules.sameLevelReplaces()) {
      return Optional.empty();
    }
    return installed.stream()
        .filter(other -> other.id() != profile.id())
        .filter(other -> other.purpose() == profile.purpose())
        .filter(other -> other.stackLevel() == profile.stackLevel())
        .filter(other -> meet(profile, other))
        .findFirst()
        .flatMap(other ->
            refuse(
                "DuplicateProfile",
                "K01.FR.06, .39, .52, .53: profile " + other.id() + " has this level"));
  }

  private Optional<Refused> findTooMany(
      ChargingProfile profile, Collection<ChargingProfile> installed) {
    long others = installed.stream().filter(p -> p.id() != profile.id()).count();
    return others >= rules.maxProfiles()
        ? refuse("TooManyElements", "At most " + rules.maxProfiles() + " profiles")
        : Optional.empty();
  }

  private static boolean meet(ChargingProfile one, ChargingProfile other) {
    boolean sameEvse = one.evse() == other.evse();
    // K01.FR.52 and K01.FR.53 forbid a default for the station beside one for an EVSE.
    boolean oneForAll =
        one.purpose() == Purpose.TX_DEFAULT && (one.evse() == 0 || other.evse() == 0);
    return one.purpose() == Purpose.TX
        ? sameEvse
        : (sameEvse && one.overlaps(other)) || (!sameEvse && oneForAll);
  }

  private List<Evse> concerned(ChargingProfile profile) {
    return evses.stream()
        .filter(e -> profile.evse() == 0 || e.ref().number() == profile.evse())
        .toList();
  }

  static Optional<Refused> refuse(String reasonCode, String explanation) {
    return Optional.of(new Refused(reasonCode, explanation));
  }
}
