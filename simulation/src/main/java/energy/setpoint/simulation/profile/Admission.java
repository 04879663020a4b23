package energy.setpoint.simulation.profile;

import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.Supply;
import energy.setpoint.simulation.profile.Verdict.Refused;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Decides whether a station takes a profile, by the requirements named at each check. */
record Admission(ProfileRules rules, List<Evse> evses) {

  /** Why a profile is refused; empty when it may be installed. */
  Optional<Refused> findRefusal(
      ChargingProfile profile,
      Collection<ChargingProfile> installed,
      Collection<RunningTransaction> running) {
    return findInvalidField(profile)
        .or(() -> findInvalidSchedule(profile))
        .or(() -> findUnsupportedPeriod(profile, running))
        .or(() -> findMissingTransaction(profile, running))
        .or(() -> findDuplicate(profile, installed));
  }

  private Optional<Refused> findInvalidField(ChargingProfile profile) {
    boolean forOne = profile.evse() > 0;
    if (profile.purpose() == Purpose.OTHER) {
      return refuse("UnsupportedPurpose", "K01.FR.22, K01.FR.120");
    }
    if (profile.kind() == Kind.DYNAMIC) {
      return refuse("UnsupportedKind", "K01.FR.121: SupportsDynamicProfiles is false");
    }
    if (profile.stackLevel() < 0 || profile.stackLevel() > rules.maxStackLevel()) {
      return refuse("InvalidStackLevel", "The highest level is " + rules.maxStackLevel());
    }
    if (forOne && evses.stream().noneMatch(e -> e.ref().number() == profile.evse())) {
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

  private Optional<Refused> findInvalidSchedule(ChargingProfile profile) {
    Schedule schedule = profile.schedule();
    if (!rules.units().contains(schedule.unit())) {
      return refuse("UnsupportedRateUnit", "K01.FR.26");
    }
    List<SchedulePeriod> periods = schedule.periods();
    if (periods.isEmpty() || periods.getFirst().startSecond() != 0) {
      return refuse("InvalidSchedule", "K01.FR.31: the first period must start at 0");
    }
    if (periods.size() > rules.maxPeriods()) {
      return refuse("TooManyElements", "At most " + rules.maxPeriods() + " periods");
    }
    for (int i = 1; i < periods.size(); i++) {
      if (periods.get(i - 1).startSecond() >= periods.get(i).startSecond()) {
        return refuse("InvalidSchedule", "K01.FR.35: periods must be in order");
      }
    }
    return findInvalidStart(profile);
  }

  private Optional<Refused> findInvalidStart(ChargingProfile profile) {
    boolean hasStart = profile.schedule().start().isPresent();
    if (profile.kind() == Kind.RELATIVE) {
      if (profile.purpose() == Purpose.STATION_MAX) {
        return refuse("InvalidProfile", "K01.FR.38: a station's maximum cannot be relative");
      }
      return hasStart && rules.needsStart()
          ? refuse("InvalidSchedule", "K01.FR.41: a relative schedule has no start")
          : Optional.empty();
    }
    return !hasStart && rules.needsStart()
        ? refuse("InvalidSchedule", "K01.FR.40: startSchedule is missing")
        : Optional.empty();
  }

  private Optional<Refused> findUnsupportedPeriod(
      ChargingProfile profile, Collection<RunningTransaction> running) {
    for (SchedulePeriod period : profile.schedule().periods()) {
      Optional<String> fault = period.findFault();
      if (fault.isPresent()) {
        return refuse("InvalidSchedule", fault.get());
      }
      if (period.limit().orElse(0) < 0) {
        return refuse("InvalidSchedule", "A limit cannot be negative");
      }
      if (period.mode() != OperationMode.CHARGING_ONLY && !rules.setpoints()) {
        return refuse("InvalidSchedule", "Operation modes are not supported");
      }
      if (period.setpoint().orElse(0) < 0 && !canFeedIn(profile.evse())) {
        return refuse("InvalidSchedule", "The EVSE cannot feed back");
      }
      if (usesMorePhases(profile.evse(), period, running)) {
        return refuse("InvalidSchedule", "K01.FR.43: phases cannot be switched off");
      }
    }
    return Optional.empty();
  }

  private boolean canFeedIn(int evse) {
    return evses.stream().anyMatch(e -> e.ref().number() == evse && e.bidirectional());
  }

  private boolean usesMorePhases(
      int evse, SchedulePeriod period, Collection<RunningTransaction> running) {
    return period.numberPhases().isPresent()
        && running.stream()
            .filter(tx -> evse == 0 || tx.evse() == evse)
            .filter(tx -> isAc(tx.evse()))
            .anyMatch(tx -> tx.phasesInUse() > period.numberPhases().getAsInt());
  }

  private boolean isAc(int evse) {
    return evses.stream().anyMatch(e -> e.ref().number() == evse && e.supply() == Supply.AC);
  }

  private static Optional<Refused> findMissingTransaction(
      ChargingProfile profile, Collection<RunningTransaction> running) {
    if (profile.purpose() != Purpose.TX) {
      return Optional.empty();
    }
    Optional<RunningTransaction> here =
        running.stream().filter(tx -> tx.evse() == profile.evse()).findFirst();
    if (here.isEmpty()) {
      return refuse("TxNotFound", "K01.FR.09: no transaction at EVSE " + profile.evse());
    }
    boolean known =
        profile.transactionId().isEmpty() || profile.transactionId().equals(here.get().id());
    return known
        ? Optional.empty()
        : refuse("TxNotFound", "K01.FR.33: transaction " + profile.transactionId().orElse(""));
  }

  private Optional<Refused> findDuplicate(
      ChargingProfile profile, Collection<ChargingProfile> installed) {
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

  private static boolean meet(ChargingProfile one, ChargingProfile other) {
    boolean sameEvse = one.evse() == other.evse();
    // K01.FR.52 and K01.FR.53 forbid a default for the station beside one for an EVSE.
    boolean oneForAll = one.evse() == 0 || other.evse() == 0;
    return one.purpose() == Purpose.TX
        ? sameEvse
        : (sameEvse && one.overlaps(other)) || (!sameEvse && oneForAll);
  }

  private static Optional<Refused> refuse(String reasonCode, String explanation) {
    return Optional.of(new Refused(reasonCode, explanation));
  }
}
