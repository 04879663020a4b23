package energy.setpoint.ocpp.composite;

import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.composite.profile.SchedulePeriod;
import energy.setpoint.ocpp.composite.rate.Envelope;
import energy.setpoint.ocpp.composite.rate.PeriodWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Puts what holds between moments into periods that start at whole seconds. In a second in which
 * something changes, only what holds all through it is allowed.
 */
final class WholeSeconds {

  private final Interval window;
  private final NavigableSet<Instant> moments = new TreeSet<>();

  WholeSeconds(Interval window) {
    this.window = window;
    moments.add(window.start());
  }

  /** Notes a moment at which something may change. */
  void add(Instant moment) {
    if (window.contains(moment)) {
      moments.add(moment);
    }
  }

  /** The periods: ascending, the first at 0, no two neighbours alike. */
  List<SchedulePeriod> periods(Function<Instant, Envelope> rate, PeriodWriter writer) {
    List<SchedulePeriod> periods = new ArrayList<>();
    for (Instant from : seconds()) {
      Envelope all = rate.apply(from);
      for (Instant within : moments.subSet(from, false, from.plusSeconds(1), false)) {
        all = all.or(rate.apply(within)).settled();
      }
      add(writer, all, Math.toIntExact(secondsUntil(from)), periods);
    }
    return periods;
  }

  private static void add(
      PeriodWriter writer, Envelope rate, int startPeriod, List<SchedulePeriod> periods) {
    boolean same =
        !periods.isEmpty()
            && writer.write(periods.getLast().startPeriod(), rate).equals(periods.getLast());
    if (!same) {
      periods.add(writer.write(startPeriod, rate));
    }
  }

  private NavigableSet<Instant> seconds() {
    NavigableSet<Instant> seconds = new TreeSet<>();
    for (Instant moment : moments) {
      Instant whole = window.start().plusSeconds(secondsUntil(moment));
      seconds.add(whole);
      if (whole.isBefore(moment) && whole.plusSeconds(1).isBefore(window.end())) {
        seconds.add(whole.plusSeconds(1));
      }
    }
    return seconds;
  }

  private long secondsUntil(Instant moment) {
    return Duration.between(window.start(), moment).toSeconds();
  }
}
