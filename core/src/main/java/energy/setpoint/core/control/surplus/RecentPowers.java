package energy.setpoint.core.control.surplus;

import energy.setpoint.core.quantity.Power;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** A power over the last minutes, so that a gust of clouds is not taken for weather. */
final class RecentPowers {

  private final Duration memory;
  private final Deque<Sample> samples = new ArrayDeque<>();

  private record Sample(Instant at, Power power) {}

  RecentPowers(Duration memory) {
    this.memory = memory;
  }

  void add(Instant at, Power power) {
    samples.addLast(new Sample(at, power));
    while (samples.getFirst().at().isBefore(at.minus(memory))) {
      samples.removeFirst();
    }
  }

  void clear() {
    samples.clear();
  }

  /** True when it is known for that long. */
  boolean covers(Duration span, Instant now) {
    return !samples.isEmpty() && !samples.getFirst().at().isAfter(now.minus(span));
  }

  /** The least of a span that is covered. */
  Power least(Duration span, Instant now) {
    return samples.stream()
        .filter(sample -> !sample.at().isBefore(now.minus(span)))
        .map(Sample::power)
        .reduce(samples.getLast().power(), Power::min);
  }

  /** The mean of a span; of what is known of it. */
  Power mean(Duration span, Instant now) {
    return Power.ofWatts(
        samples.stream()
            .filter(sample -> !sample.at().isBefore(now.minus(span)))
            .mapToDouble(sample -> sample.power().watts())
            .average()
            .orElse(0));
  }
}
