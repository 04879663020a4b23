package energy.setpoint.core.control.measure;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;

/** Keeps the highest mean import of any metering interval of the running month. */
final class PeakTracker {

  private final ZoneId zone;
  private final Duration interval;
  private long slot = Long.MIN_VALUE;
  private double wattSeconds;
  private double seconds;
  private Instant last = Instant.MIN;
  private double lastWatts;
  private YearMonth month = YearMonth.of(1970, 1);
  private double peakWatts;

  PeakTracker(ZoneId zone, Duration interval) {
    this.zone = zone;
    this.interval = interval;
  }

  /** A peak that the running month has seen already. */
  void resume(Instant now, Power reached) {
    month = YearMonth.from(now.atZone(zone));
    peakWatts = Math.max(0, reached.watts());
  }

  /** What the grid meter saw; the value holds until the next one. */
  void saw(Instant at, Power power) {
    if (!at.isAfter(last)) {
      return;
    }
    long newSlot = Math.floorDiv(at.getEpochSecond(), interval.toSeconds());
    if (newSlot == slot) {
      double elapsed = Duration.between(last, at).toMillis() / 1000.0;
      wattSeconds += lastWatts * elapsed;
      seconds += elapsed;
    } else {
      closeSlot();
      slot = newSlot;
    }
    last = at;
    lastWatts = power.watts();
  }

  private void closeSlot() {
    if (seconds * 2 < interval.toSeconds()) {
      wattSeconds = 0;
      seconds = 0;
      return;
    }
    YearMonth slotMonth = YearMonth.from(last.atZone(zone));
    if (!slotMonth.equals(month)) {
      month = slotMonth;
      peakWatts = 0;
    }
    peakWatts = Math.max(peakWatts, wattSeconds / seconds);
    wattSeconds = 0;
    seconds = 0;
  }

  Duration interval() {
    return interval;
  }

  /** What was imported so far in the interval that is open now, at least 0 Wh. */
  Energy taken(Instant now) {
    boolean open = Math.floorDiv(now.getEpochSecond(), interval.toSeconds()) == slot;
    if (!open) {
      return Energy.ZERO;
    }
    double sinceLast = Duration.between(last, now).toMillis() / 1000.0;
    double all = wattSeconds + lastWatts * Math.max(0, sinceLast);
    return new Energy(Math.max(0, all / 3600));
  }

  /** At least 0 W. */
  Power reached(Instant now) {
    boolean thisMonth = YearMonth.from(now.atZone(zone)).equals(month);
    return thisMonth ? new Power(peakWatts) : Power.ZERO;
  }
}
