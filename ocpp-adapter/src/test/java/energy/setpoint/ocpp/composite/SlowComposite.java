package energy.setpoint.ocpp.composite;

import energy.setpoint.ocpp.composite.profile.ChargingProfile;
import energy.setpoint.ocpp.composite.profile.ChargingSchedule;
import energy.setpoint.ocpp.composite.profile.ProfileKind;
import energy.setpoint.ocpp.composite.profile.ProfilePurpose;
import energy.setpoint.ocpp.composite.profile.RateUnit;
import energy.setpoint.ocpp.composite.profile.SchedulePeriod;
import energy.setpoint.ocpp.composite.profile.ScheduleStart;
import energy.setpoint.ocpp.composite.station.Offline;
import energy.setpoint.ocpp.composite.station.Station;
import energy.setpoint.ocpp.composite.station.StationEvse;
import energy.setpoint.ocpp.composite.station.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The composite schedule at one moment, for limits on AC: amperes per phase and a number of phases,
 * found by looking through all profiles and counting days one by one.
 */
final class SlowComposite {

  private final RandomStation all;
  private final Station station;
  private final Instant at;

  SlowComposite(RandomStation all, Instant at) {
    this.all = all;
    this.station = all.station();
    this.at = at;
  }

  /** So much on each of so many phases. */
  record Rate(double amperes, int phases) {

    double in(RateUnit unit) {
      return unit == RateUnit.A ? amperes : amperes * 230 * phases;
    }

    Rate under(Optional<Rate> other) {
      return other.isEmpty()
          ? this
          : new Rate(Math.min(amperes, other.get().amperes), Math.min(phases, other.get().phases));
    }
  }

  double ofEvse(StationEvse evse, RateUnit unit) {
    Optional<ChargingProfile> made =
        best(
            p ->
                p.purpose() == ProfilePurpose.LOCAL_GENERATION
                    && (p.evseId() == 0 || p.evseId() == evse.id()),
            evse);
    return rate(evse, made).in(unit);
  }

  double ofStation(RateUnit unit) {
    double sum = 0;
    double built = 0;
    for (StationEvse evse : station.evses()) {
      Optional<ChargingProfile> made =
          best(
              p -> p.purpose() == ProfilePurpose.LOCAL_GENERATION && p.evseId() == evse.id(), evse);
      sum += rate(evse, made).in(unit);
      built += new Rate(evse.rating().charge(), evse.supply().phases()).in(unit);
    }
    Rate caps =
        new Rate(1e9, 3)
            .under(cap(ProfilePurpose.STATION_MAX, 0))
            .under(cap(ProfilePurpose.EXTERNAL_CONSTRAINTS, 0));
    double made =
        generation(
            caps.phases(),
            best(ofStationPurpose(ProfilePurpose.LOCAL_GENERATION)),
            Optional.empty(),
            unit);
    sum = Math.min(sum, caps.in(unit));
    double most = station.rating().map(r -> new Rate(r.charge(), 3).in(unit)).orElse(1e9);
    double result = Math.min(sum + made, Math.min(built, most));
    // So much on each of the phases that are left (2.1 errata K01.FR.140).
    return unit == RateUnit.A
        ? result
        : Math.min(result, new Rate(ofStation(RateUnit.A), caps.phases()).in(RateUnit.W));
  }

  /** In amperes, what the profile for the whole station allows. */
  double maximum() {
    return cap(ProfilePurpose.STATION_MAX, 0).map(Rate::amperes).orElse(Double.MAX_VALUE);
  }

  /** Each of the phases gets no more than its part. */
  private double generation(
      int phases, Optional<ChargingProfile> made, Optional<StationEvse> evse, RateUnit unit) {
    if (made.isEmpty()) {
      return 0;
    }
    Rate rate = said(made.get(), at, evse).orElseThrow();
    double total = rate.amperes() * 230 * rate.phases();
    return unit == RateUnit.W ? total : Math.min(rate.amperes(), total / 230 / phases);
  }

  private Rate rate(StationEvse evse, Optional<ChargingProfile> made) {
    Optional<Transaction> transaction = transaction(evse.id());
    Rate rate =
        new Rate(1e9, evse.supply().phases())
            .under(forTransaction(evse, transaction))
            .under(cap(ProfilePurpose.EXTERNAL_CONSTRAINTS, evse.id()))
            .under(cap(ProfilePurpose.STATION_MAX, 0))
            .under(cap(ProfilePurpose.EXTERNAL_CONSTRAINTS, 0));
    double extra = generation(rate.phases(), made, Optional.of(evse), RateUnit.A);
    return new Rate(rate.amperes() + extra, rate.phases())
        .under(Optional.of(new Rate(evse.rating().charge(), evse.supply().phases())))
        .under(station.rating().map(r -> new Rate(r.charge(), 3)));
  }

  private Optional<Rate> forTransaction(StationEvse evse, Optional<Transaction> transaction) {
    if (transaction.isPresent() && transaction.get().priorityCharging()) {
      Optional<ChargingProfile> priority =
          best(
              p ->
                  p.purpose() == ProfilePurpose.PRIORITY_CHARGING
                      && (p.evseId() == 0 || p.evseId() == evse.id()),
              evse);
      if (priority.isPresent()) {
        return said(priority.get(), at, Optional.of(evse));
      }
    }
    if (transaction.isPresent()) {
      Optional<ChargingProfile> own =
          best(
              p ->
                  p.purpose() == ProfilePurpose.TX
                      && p.transactionId().equals(Optional.of(transaction.get().id())),
              evse);
      if (own.isPresent()) {
        return said(own.get(), at, Optional.of(evse));
      }
    }
    return byDefault(evse);
  }

  private Optional<Rate> byDefault(StationEvse evse) {
    Predicate<ChargingProfile> any =
        p ->
            p.purpose() == ProfilePurpose.TX_DEFAULT
                && (p.evseId() == 0 || p.evseId() == evse.id());
    Optional<Rate> leading = best(any, evse).flatMap(p -> said(p, at, Optional.of(evse)));
    if (all.installed().rules().evseDefaultReplacesStationDefault()) {
      Optional<Rate> own =
          best(any.and(p -> p.evseId() > 0), evse).flatMap(p -> said(p, at, Optional.of(evse)));
      return leading.map(rate -> rate.under(own));
    }
    return leading;
  }

  /** Limits from outside may share a stack level: then all of them hold. */
  private Optional<Rate> cap(ProfilePurpose purpose, int evse) {
    Optional<StationEvse> place = station.findEvse(evse);
    List<ChargingProfile> speaking =
        all.installed().profiles().stream()
            .filter(p -> p.purpose() == purpose && p.evseId() == evse)
            .filter(p -> said(p, at, place).isPresent())
            .toList();
    int top = speaking.stream().mapToInt(ChargingProfile::stackLevel).max().orElse(0);
    Optional<Rate> rate = Optional.empty();
    for (ChargingProfile profile : speaking) {
      if (profile.stackLevel() == top) {
        Optional<Rate> said = said(profile, at, place);
        rate = rate.isEmpty() ? said : Optional.of(rate.get().under(said));
      }
    }
    return rate;
  }

  private static Predicate<ChargingProfile> ofStationPurpose(ProfilePurpose purpose) {
    return p -> p.purpose() == purpose && p.evseId() == 0;
  }

  private Optional<ChargingProfile> best(Predicate<ChargingProfile> which) {
    return best(which, Optional.empty());
  }

  private Optional<ChargingProfile> best(Predicate<ChargingProfile> which, StationEvse evse) {
    return best(which, Optional.of(evse));
  }

  private Optional<ChargingProfile> best(
      Predicate<ChargingProfile> which, Optional<StationEvse> evse) {
    ChargingProfile best = null;
    for (ChargingProfile profile : all.installed().profiles()) {
      if (which.test(profile) && said(profile, at, evse).isPresent()) {
        boolean higher = best == null || profile.stackLevel() > best.stackLevel();
        boolean nearer =
            best != null
                && profile.stackLevel() == best.stackLevel()
                && profile.evseId() > best.evseId();
        best = higher || nearer ? profile : best;
      }
    }
    return Optional.ofNullable(best);
  }

  private Optional<Transaction> transaction(int evse) {
    for (Transaction transaction : station.transactions()) {
      boolean begun = !at.isBefore(transaction.started());
      boolean ended = transaction.ended().isPresent() && !at.isBefore(transaction.ended().get());
      if (transaction.evseId() == evse && begun && !ended) {
        return Optional.of(transaction);
      }
    }
    return Optional.empty();
  }

  private Optional<Rate> said(ChargingProfile profile, Instant when, Optional<StationEvse> evse) {
    boolean early = profile.validFrom().isPresent() && when.isBefore(profile.validFrom().get());
    boolean late = profile.validTo().isPresent() && !when.isBefore(profile.validTo().get());
    if (early || late || isLost(profile, when)) {
      return Optional.empty();
    }
    ChargingSchedule schedule = profile.schedules().getFirst();
    long elapsed = elapsed(profile, schedule, when, evse);
    if (elapsed < 0 || elapsed >= schedule.durationSeconds().orElse(Integer.MAX_VALUE)) {
      return Optional.empty();
    }
    SchedulePeriod now = schedule.periods().getFirst();
    for (SchedulePeriod period : schedule.periods()) {
      now = period.startPeriod() <= elapsed ? period : now;
    }
    int named = now.numberPhases().orElse(3);
    double value = now.limit().orElseThrow().value();
    double amperes = schedule.unit() == RateUnit.A ? value : value / 230 / named;
    return Optional.of(new Rate(amperes, named));
  }

  private boolean isLost(ChargingProfile profile, Instant when) {
    for (Offline time : station.offline()) {
      if (profile.offline().maxOfflineSeconds().isPresent()) {
        Instant lost = time.from().plusSeconds(profile.offline().maxOfflineSeconds().get());
        Instant back = time.to().orElse(Instant.MAX);
        boolean tooLong = lost.isBefore(back) && !when.isBefore(lost);
        if (tooLong && (profile.offline().invalidForGood() || when.isBefore(back))) {
          return true;
        }
      }
    }
    return false;
  }

  private long elapsed(
      ChargingProfile profile,
      ChargingSchedule schedule,
      Instant when,
      Optional<StationEvse> evse) {
    if (profile.kind() == ProfileKind.RELATIVE) {
      return Duration.between(relativeStart(evse.orElseThrow()), when).toSeconds();
    }
    int days = profile.recurrence().map(r -> (int) r.every().toDays()).orElse(0);
    return switch (schedule.start().orElseThrow()) {
      case ScheduleStart.At(Instant start) -> {
        Instant begin = start;
        while (days > 0 && !begin.plus(Duration.ofDays(days)).isAfter(when)) {
          begin = begin.plus(Duration.ofDays(days));
        }
        yield Duration.between(begin, when).toSeconds();
      }
      case ScheduleStart.AtLocalTime(LocalDateTime start) -> {
        LocalDateTime wall = LocalDateTime.ofInstant(when, station.zone());
        LocalDateTime begin = start;
        while (days > 0 && !begin.plusDays(days).isAfter(wall)) {
          begin = begin.plusDays(days);
        }
        yield Duration.between(begin, wall).toSeconds();
      }
    };
  }

  /** Of the transaction; without one, of when the EVSE became free, or of now. */
  private Instant relativeStart(StationEvse evse) {
    Optional<Transaction> transaction = transaction(evse.id());
    if (transaction.isPresent()) {
      return all.installed().rules().relativeStart().apply(transaction.get());
    }
    Instant free = all.start();
    for (Transaction past : station.transactions()) {
      if (past.evseId() == evse.id()
          && past.ended().isPresent()
          && past.ended().get().isAfter(free)
          && !past.ended().get().isAfter(at)) {
        free = past.ended().get();
      }
    }
    return free;
  }
}
