package energy.setpoint.core.forecast.site;

import energy.setpoint.core.forecast.series.SlotClock;
import energy.setpoint.core.quantity.Power;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes the mean of what is measured within each slot. A slot of which too little was seen has no
 * mean.
 */
final class SlotMean {

  /** Of a slot, from the first to the last sample. */
  private static final double LEAST_SEEN = 0.5;

  private final SlotClock clock;
  private long slot = Long.MIN_VALUE;
  private Instant first = Instant.MIN;
  private Instant last = Instant.MIN;
  private double sum;
  private int samples;

  SlotMean(SlotClock clock) {
    this.clock = clock;
  }

  /** The mean of a slot that is over. */
  record Finished(Instant start, Power mean) {}

  /**
   * Takes up a sample, and answers the slot before when this is the first of a new one.
   *
   * @param measured empty when nobody knows; time passes all the same
   */
  Optional<Finished> saw(Instant now, Optional<Power> measured) {
    Optional<Finished> finished = clock.slotOf(now) > slot ? finish(now) : Optional.empty();
    if (clock.slotOf(now) == slot) {
      measured.ifPresent(power -> add(now, power));
    }
    return finished;
  }

  private Optional<Finished> finish(Instant now) {
    Duration seen = samples < 2 ? Duration.ZERO : Duration.between(first, last);
    boolean enough = seen.toMillis() >= LEAST_SEEN * clock.length().toMillis();
    Optional<Finished> finished =
        enough
            ? Optional.of(new Finished(clock.startOf(slot), new Power(sum / samples)))
            : Optional.empty();
    slot = clock.slotOf(now);
    sum = 0;
    samples = 0;
    return finished;
  }

  private void add(Instant now, Power power) {
    first = samples == 0 ? now : first;
    last = now;
    sum += power.watts();
    samples++;
  }
}
