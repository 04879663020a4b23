package energy.setpoint.ocpp.composite;

import static energy.setpoint.ocpp.composite.CompositeRequest.STATION;

import energy.setpoint.ocpp.composite.profile.ChargingProfile;
import energy.setpoint.ocpp.composite.profile.ChargingSchedule;
import energy.setpoint.ocpp.composite.profile.ScheduleStart;
import energy.setpoint.ocpp.composite.station.Station;
import energy.setpoint.ocpp.composite.station.Supply;
import energy.setpoint.ocpp.composite.station.Transaction;
import energy.setpoint.ocpp.composite.time.FixedClock;
import energy.setpoint.ocpp.composite.time.RunningSchedule;
import energy.setpoint.ocpp.composite.time.ScheduleClock;
import energy.setpoint.ocpp.composite.time.StartDelays;
import energy.setpoint.ocpp.composite.time.UpdateClock;
import energy.setpoint.ocpp.composite.time.WallClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Starts profiles in one place.
 *
 * @param station for its zone and its times offline
 * @param supply of the place, by which a profile of it is meant; one of the station as a whole is
 *     meant by the station's
 * @param transaction on the EVSE, if there is one
 * @param relativeStart from when relative profiles count
 * @param now when dynamic profiles without a time of update were updated (2.1 K28.FR.05)
 */
record Start(
    Station station,
    Supply supply,
    Optional<Transaction> transaction,
    Instant relativeStart,
    Instant now) {

  /**
   * The profile, counting.
   *
   * @param schedules those of its schedules that may be in force
   */
  ProfileInUse start(ChargingProfile profile, List<ChargingSchedule> schedules) {
    boolean ofAll = profile.evseId() == STATION && profile.purpose().isOfTheStation();
    return new ProfileInUse(
        profile,
        new OfflineValidity(profile.offline(), station.offline()),
        schedules.stream()
            .map(s -> new RunningSchedule(s, clock(profile, s), delays(profile, s)))
            .toList(),
        ofAll ? station.supply() : supply,
        ofAll && supply.directCurrent() && !station.supply().directCurrent(),
        transaction.flatMap(Transaction::soc));
  }

  private ScheduleClock clock(ChargingProfile profile, ChargingSchedule schedule) {
    return switch (profile.kind()) {
      case ABSOLUTE, RECURRING ->
          schedule.start().map(start -> clock(start, profile)).orElseGet(() -> relative(profile));
      case RELATIVE -> new FixedClock(relativeStart, Optional.empty());
      case DYNAMIC ->
          new UpdateClock(profile.updated().orElse(now), schedule.start().map(this::instant));
    };
  }

  private ScheduleClock clock(ScheduleStart start, ChargingProfile profile) {
    return switch (start) {
      case ScheduleStart.At at -> new FixedClock(at.instant(), profile.recurrence());
      case ScheduleStart.AtLocalTime at ->
          new WallClock(at.time(), profile.recurrence(), station.zone());
    };
  }

  /** A schedule without a start is relative to the start of charging (1.6 section 7.13). */
  private ScheduleClock relative(ChargingProfile profile) {
    return new FixedClock(relativeStart, profile.recurrence());
  }

  private Instant instant(ScheduleStart start) {
    return switch (start) {
      case ScheduleStart.At at -> at.instant();
      case ScheduleStart.AtLocalTime at -> at.time().atZone(station.zone()).toInstant();
    };
  }

  private StartDelays delays(ChargingProfile profile, ChargingSchedule schedule) {
    if (transaction.isEmpty() || schedule.randomizedDelaySeconds() == 0) {
      return StartDelays.NONE;
    }
    return Optional.ofNullable(transaction.get().delays().get(profile.id()))
        .<StartDelays>map(StartDelays.Drawn::new)
        .orElse(new StartDelays.AnyUpTo(schedule.randomizedDelaySeconds()));
  }
}
