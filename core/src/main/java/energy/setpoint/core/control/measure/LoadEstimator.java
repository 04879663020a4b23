package energy.setpoint.core.control.measure;

import energy.setpoint.core.quantity.PhaseCurrents;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Estimates what the engine does not control, as what the grid meter sees less what every known
 * device measured <em>at the same moment</em>.
 *
 * <p>Subtracting the last value of a slow device from a fast meter would be wrong by the whole
 * change since that value was taken, in the dangerous direction when a vehicle has just stopped. So
 * the estimate is made for the latest moment that every device has reported for, and the highest
 * estimate of the last half minute counts.
 */
final class LoadEstimator {

  private static final Duration MEMORY = Duration.ofMinutes(3);
  private static final Duration HOLD = Duration.ofSeconds(30);

  /** Samples of a device older than this, compared with the meter, are not waited for. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final Duration SAME_MOMENT = Duration.ofSeconds(3);

  private record Sample(Instant at, PhaseCurrents currents) {}

  private final Map<Object, Deque<Sample>> devices = new HashMap<>();
  private final Deque<Sample> meter = new ArrayDeque<>();
  private final Deque<Sample> estimates = new ArrayDeque<>();

  /** What the grid meter saw; negative where a phase feeds the grid. */
  void meterSaw(Instant at, PhaseCurrents currents) {
    add(meter, new Sample(at, currents));
  }

  /** What a device measured; negative where it feeds back or produces. */
  void deviceSaw(Object device, Instant at, PhaseCurrents currents) {
    add(devices.computeIfAbsent(device, d -> new ArrayDeque<>()), new Sample(at, currents));
  }

  void forget(Object device) {
    devices.remove(device);
  }

  /**
   * The estimate at a moment; empty when there is not enough to go by.
   *
   * @param active devices that may be carrying current; others count as nothing
   */
  Optional<PhaseCurrents> estimate(Collection<?> active, Instant now) {
    if (!meter.isEmpty()) {
      Instant moment = latestCommonMoment(active);
      at(meter, moment)
          .filter(seen -> isNear(seen.at(), moment))
          .map(seen -> seen.currents().minus(sumOf(active, moment)))
          .ifPresent(load -> add(estimates, new Sample(moment, load)));
    }
    estimates.removeIf(e -> e.at().isBefore(now.minus(MEMORY)));
    return estimates.stream()
        .filter(e -> !e.at().isBefore(estimates.getLast().at().minus(HOLD)))
        .map(Sample::currents)
        .reduce(PhaseCurrents::max)
        .map(load -> load.max(PhaseCurrents.ZERO));
  }

  private Instant latestCommonMoment(Collection<?> active) {
    Instant moment = meter.getLast().at();
    Instant tooOld = moment.minus(PATIENCE);
    for (Object device : active) {
      Deque<Sample> samples = devices.get(device);
      if (samples != null && samples.getLast().at().isAfter(tooOld)) {
        Instant last = samples.getLast().at();
        moment = last.isBefore(moment) ? last : moment;
      }
    }
    return moment;
  }

  private PhaseCurrents sumOf(Collection<?> active, Instant moment) {
    PhaseCurrents sum = PhaseCurrents.ZERO;
    for (Object device : active) {
      Deque<Sample> samples = devices.get(device);
      if (samples != null && samples.getLast().at().isAfter(moment.minus(PATIENCE))) {
        sum = sum.plus(at(samples, moment).map(Sample::currents).orElse(PhaseCurrents.ZERO));
      }
    }
    return sum;
  }

  private static Optional<Sample> at(Deque<Sample> samples, Instant moment) {
    Sample found = null;
    for (Sample sample : samples) {
      if (sample.at().isAfter(moment)) {
        break;
      }
      found = sample;
    }
    return Optional.ofNullable(found);
  }

  private static boolean isNear(Instant a, Instant b) {
    return Duration.between(a, b).abs().compareTo(SAME_MOMENT) <= 0;
  }

  private static void add(Deque<Sample> samples, Sample sample) {
    if (!samples.isEmpty() && !sample.at().isAfter(samples.getLast().at())) {
      return;
    }
    samples.addLast(sample);
    while (samples.getFirst().at().isBefore(sample.at().minus(MEMORY))) {
      samples.removeFirst();
    }
  }
}
