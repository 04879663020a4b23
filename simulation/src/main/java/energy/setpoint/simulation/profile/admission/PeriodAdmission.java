package energy.setpoint.simulation.profile.admission;

import static energy.setpoint.simulation.profile.admission.Admission.refuse;

import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.Supply;
import energy.setpoint.simulation.profile.Feature;
import energy.setpoint.simulation.profile.OperationMode;
import energy.setpoint.simulation.profile.PhaseValues;
import energy.setpoint.simulation.profile.ProfileRules;
import energy.setpoint.simulation.profile.Purpose;
import energy.setpoint.simulation.profile.RateUnit;
import energy.setpoint.simulation.profile.Schedule;
import energy.setpoint.simulation.profile.SchedulePeriod;
import energy.setpoint.simulation.profile.Verdict.Refused;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides whether a station takes a period of a schedule. */
record PeriodAdmission(ProfileRules rules, Purpose purpose, Schedule schedule, List<Evse> evses) {

  private static final Set<OperationMode> EXTERNAL_MODES =
      Set.of(
          OperationMode.CHARGING_ONLY,
          OperationMode.EXTERNAL_LIMITS,
          OperationMode.EXTERNAL_SETPOINT);
  private static final Set<OperationMode> GENERATION_MODES =
      Set.of(OperationMode.CHARGING_ONLY, OperationMode.EXTERNAL_LIMITS);

  Optional<Refused> findFault(SchedulePeriod period) {
    return findInvalidMode(period)
        .or(() -> findInvalidSign(period))
        .or(() -> findInvalidFields(period))
        .or(() -> findInvalidPhases(period));
  }

  private Optional<Refused> findInvalidMode(SchedulePeriod period) {
    if (!rules.modes().contains(period.mode())) {
      return refuse("UnsupportedParam", "Q09.FR.01: operation mode " + period.mode());
    }
    boolean fits =
        switch (purpose) {
          case TX, TX_DEFAULT -> true;
          // K01.FR.71 and table 95.
          case PRIORITY, STATION_MAX -> period.mode() == OperationMode.CHARGING_ONLY;
          case EXTERNAL -> EXTERNAL_MODES.contains(period.mode());
          case LOCAL_GENERATION -> GENERATION_MODES.contains(period.mode());
        };
    if (!fits) {
      return refuse("InvalidSchedule", "Table 95: " + period.mode() + " is not for " + purpose);
    }
    return period.sleeps() && !rules.has(Feature.EVSE_SLEEP)
        ? refuse("InvalidSchedule", "K01.FR.126: evseSleep")
        : Optional.empty();
  }

  private Optional<Refused> findInvalidSign(SchedulePeriod period) {
    if (period.limit().filter(PhaseValues::anyBelowZero).isPresent()) {
      return refuse("InvalidSchedule", "A limit cannot be negative");
    }
    if (period.dischargeLimit().filter(PhaseValues::anyAboveZero).isPresent()) {
      return refuse("InvalidSchedule", "A discharge limit cannot be positive");
    }
    boolean feedsBack = period.setpoint().filter(PhaseValues::anyBelowZero).isPresent();
    return feedsBack && evses.stream().noneMatch(Evse::bidirectional)
        ? refuse("InvalidSchedule", "The EVSE cannot feed back")
        : Optional.empty();
  }

  /** Which fields go with which mode (2.1 part 2, Q: limits and setpoints per operation mode). */
  private Optional<Refused> findInvalidFields(SchedulePeriod period) {
    boolean bounded = period.limit().isPresent() || period.dischargeLimit().isPresent();
    boolean set = period.setpoint().isPresent();
    return switch (period.mode()) {
      case CHARGING_ONLY ->
          period.limit().isEmpty() || period.dischargeLimit().isPresent() || set
              ? refuse("InvalidSchedule", "Q02.FR.02: ChargingOnly has a limit and nothing else")
              : Optional.empty();
      case CENTRAL_SETPOINT ->
          !set || bounded
              ? refuse("InvalidSchedule", "Q03.FR.02: a setpoint stands without limits")
              : Optional.empty();
      case CENTRAL_FREQUENCY ->
          set ? Optional.empty() : refuse("InvalidSchedule", "Q07: a setpoint is missing");
      case EXTERNAL_SETPOINT ->
          set && purpose != Purpose.EXTERNAL
              ? refuse("InvalidSchedule", "Q05.FR.01: the setpoint is set externally")
              : Optional.empty();
      case EXTERNAL_LIMITS ->
          set ? refuse("InvalidSchedule", "Q05.FR.02: there is no setpoint") : Optional.empty();
      case LOCAL_FREQUENCY -> findInvalidResponse(period, bounded || set);
      case LOCAL_LOAD_BALANCING ->
          set ? refuse("InvalidSchedule", "Q09: the setpoint is calculated") : Optional.empty();
      case IDLE ->
          bounded || set
              ? refuse("InvalidSchedule", "Q10.FR.02: an idle period has no values")
              : Optional.empty();
    };
  }

  private Optional<Refused> findInvalidResponse(SchedulePeriod period, boolean valued) {
    if (period.frequency().filter(f -> f.byFrequency().points().size() >= 2).isEmpty()) {
      return refuse("NoFreqWattCurve", "Q08.FR.03: baseline and curve are missing");
    }
    if (valued || schedule.unit() != RateUnit.W) {
      return refuse("InvalidSchedule", "Q08.FR.04, Q08.FR.05: a curve stands alone, in watts");
    }
    return Optional.empty();
  }

  private Optional<Refused> findInvalidPhases(SchedulePeriod period) {
    if (period.numberPhases().isEmpty() && period.phaseToUse().isEmpty()) {
      return Optional.empty();
    }
    // 1.6 has no such rule, and no DC phases either.
    if (rules.needsStart() && evses.stream().allMatch(e -> e.supply() == Supply.DC)) {
      return refuse("NoPhaseForDC", "K01.FR.44");
    }
    int phases = period.numberPhases().orElse(3);
    if (phases < 1 || phases > 3) {
      return refuse("InvalidSchedule", "numberPhases must be 1 to 3");
    }
    if (period.phaseToUse().isEmpty()) {
      return Optional.empty();
    }
    if (phases != 1) {
      return refuse("InvalidSchedule", "K01.FR.19: phaseToUse goes with one phase");
    }
    return rules.has(Feature.PHASE_SWITCHING)
        ? Optional.empty()
        : refuse("InvalidSchedule", "K01.FR.48: phases cannot be chosen");
  }
}
