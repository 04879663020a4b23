package energy.setpoint.ocpp.rpc.turn;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Wakes someone up later. */
@FunctionalInterface
public interface Alarm {

  /**
   * @param delay on the wall clock
   * @return cancels the alarm; does nothing when it has gone off
   */
  Runnable set(Duration delay, Runnable work);

  /** For peers that answer at once: nothing ever times out. */
  static Alarm never() {
    return (delay, work) -> () -> {};
  }

  static Alarm on(ScheduledExecutorService executor) {
    return (delay, work) -> {
      var pending = executor.schedule(work, delay.toNanos(), TimeUnit.NANOSECONDS);
      return () -> pending.cancel(false);
    };
  }
}
