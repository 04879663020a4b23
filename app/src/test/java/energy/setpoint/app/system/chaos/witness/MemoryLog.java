package energy.setpoint.app.system.chaos.witness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** How much memory the engine took over time. Thread-safe. */
public final class MemoryLog {

  /** The shortest life of which a slope says something. */
  public static final Duration LONG_ENOUGH = Duration.ofMinutes(9);

  /**
   * A look at a living engine.
   *
   * @param at since the beginning of the run
   * @param life counts the engine's processes
   */
  public record Sample(Duration at, int life, double residentMb, double heapMb) {}

  /**
   * The middle and the last third of the longest life; what comes first is warming up.
   *
   * @param heapMiddleMb the lowest heap of the middle third, which is what lives after a collection
   */
  public record Trend(
      Duration length,
      double residentMiddleMb,
      double residentLastMb,
      double heapMiddleMb,
      double heapLastMb) {

    /** Less than a fifth, or 24 MB, more. */
    public boolean isFlat() {
      return isFlat(residentMiddleMb, residentLastMb) && isFlat(heapMiddleMb, heapLastMb);
    }

    private static boolean isFlat(double before, double after) {
      return after <= Math.max(before * 1.2, before + 24);
    }
  }

  private final List<Sample> samples = new ArrayList<>();

  public synchronized void add(Sample sample) {
    samples.add(sample);
  }

  /** The highest of a minute of the run; empty when no engine lived. */
  public synchronized OptionalDouble residentIn(long minute) {
    return samples.stream()
        .filter(sample -> sample.at().toMinutes() == minute)
        .mapToDouble(Sample::residentMb)
        .max();
  }

  public synchronized OptionalDouble highestResident() {
    return samples.stream().mapToDouble(Sample::residentMb).max();
  }

  /** Of the longest life of an engine; a short one says nothing about a slope. */
  public synchronized Trend trend() {
    List<Sample> life =
        samples.stream().collect(Collectors.groupingBy(Sample::life)).values().stream()
            .max((one, other) -> length(one).compareTo(length(other)))
            .orElseThrow(() -> new IllegalStateException("No engine was seen alive."));
    int third = life.size() / 3;
    List<Sample> middle = life.subList(third, 2 * third);
    List<Sample> last = life.subList(2 * third, life.size());
    return new Trend(
        length(life),
        medianResident(middle),
        medianResident(last),
        lowestHeap(middle),
        lowestHeap(last));
  }

  private static Duration length(List<Sample> life) {
    return life.getLast().at().minus(life.getFirst().at());
  }

  private static double medianResident(List<Sample> some) {
    double[] sorted = some.stream().mapToDouble(Sample::residentMb).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  private static double lowestHeap(List<Sample> some) {
    return some.stream().mapToDouble(Sample::heapMb).min().orElse(0);
  }
}
