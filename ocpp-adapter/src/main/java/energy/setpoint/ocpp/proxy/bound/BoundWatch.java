package energy.setpoint.ocpp.proxy.bound;

import energy.setpoint.ocpp.composite.profile.ProfilePurpose;
import energy.setpoint.ocpp.rpc.turn.Alarm;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Notices when the CSMS may allow something else although it said nothing: its schedule steps, a
 * profile is over, or another EVSE takes part in a limit of the whole station. To be used within
 * one mailbox.
 */
public final class BoundWatch {

  /** A schedule of many short periods must not keep a station busy. */
  private static final Duration LEAST_PAUSE = Duration.ofSeconds(30);

  /** After that it is looked again, for what runs at the station may have changed the steps. */
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  private final ProfileBook book;
  private final CsmsBound bound;
  private final InstantSource clock;
  private final Alarm alarm;
  private final Executor mailbox;
  private final Runnable changed;
  private Set<Integer> busy = Set.of();
  private Runnable cancelAlarm = () -> {};
  private boolean ended;

  /**
   * @param changed what we want is to be sent again
   */
  public BoundWatch(
      ProfileBook book,
      CsmsBound bound,
      InstantSource clock,
      Alarm alarm,
      Executor mailbox,
      Runnable changed) {
    this.book = book;
    this.bound = bound;
    this.clock = clock;
    this.alarm = alarm;
    this.mailbox = mailbox;
    this.changed = changed;
  }

  /** The profiles are others. */
  public void rearm() {
    cancelAlarm.run();
    cancelAlarm = () -> {};
    if (!ended && !book.profiles().isEmpty()) {
      Instant now = clock.instant();
      Optional<Instant> step = bound.findNextStep(now);
      Duration pause = step.map(it -> Duration.between(now, it)).orElse(LONGEST_PAUSE);
      Duration delay = pause.compareTo(LEAST_PAUSE) < 0 ? LEAST_PAUSE : pause;
      cancelAlarm = alarm.set(delay, () -> mailbox.execute(() -> ring(step.isPresent())));
    }
  }

  private void ring(boolean stepped) {
    if (stepped && !ended) {
      changed.run();
    }
    rearm();
  }

  /**
   * @param nowBusy the EVSEs at which transactions run by now
   */
  public void follow(Set<Integer> nowBusy) {
    if (!nowBusy.equals(busy)) {
      busy = Set.copyOf(nowBusy);
      if (book.profiles().stream().anyMatch(it -> it.purpose() == ProfilePurpose.STATION_MAX)) {
        changed.run();
      }
      rearm();
    }
  }

  /** An alarm that has gone off may wait in the mailbox still. */
  public void end() {
    ended = true;
    cancelAlarm.run();
  }
}
