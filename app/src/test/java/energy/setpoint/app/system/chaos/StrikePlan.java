package energy.setpoint.app.system.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * What breaks when, by a seed: rounds of one to three strikes at about the same time, each kind
 * once before any comes again. A round begins when all of the last one is mended. The last round
 * takes the network of some stations, the database, and the engine while the database is away; in a
 * short run these are struck in no other, so that each kind comes once.
 *
 * <p>In a long run the engine is left alive from 40 to 90 % of it, so that one process lives for
 * long enough to show whether its memory grows.
 */
final class StrikePlan {

  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Duration LAST_ROUND = Duration.ofSeconds(60);

  private static final Set<Target> LAST = Set.of(Target.NETWORK, Target.DATABASE, Target.ENGINE);

  private final Random random;
  private final Duration length;
  private final List<String> stations;
  private final List<Target> bag = new ArrayList<>();
  private final List<Strike> strikes = new ArrayList<>();

  private StrikePlan(long seed, Duration length, List<String> stations) {
    this.random = new Random(seed);
    this.length = length;
    this.stations = stations;
  }

  /**
   * Strikes in the order of time.
   *
   * @param length until the last of them is mended
   */
  static List<Strike> of(long seed, Duration length, List<String> stations) {
    return new StrikePlan(seed, length, stations).strikes();
  }

  private List<Strike> strikes() {
    Duration now = pause();
    while (isLong() ? now.compareTo(length.minus(LAST_ROUND)) < 0 : !isAllButLastRoundDealt()) {
      now = round(now).plus(pause());
    }
    strikes.add(strike(Target.NETWORK, now));
    strikes.add(strike(Target.DATABASE, now.plusMillis(500)));
    strikes.add(strike(Target.ENGINE, now.plusMillis(isLong() ? 4000 : 1500)));
    strikes.sort(Comparator.comparing(Strike::at));
    return List.copyOf(strikes);
  }

  /**
   * @return when all of it is mended
   */
  private Duration round(Duration now) {
    Duration mended = now;
    int count = 1 + random.nextInt(isLong() ? 3 : 2);
    for (int i = 0; i < count && !isAllButLastRoundDealt(); i++) {
      Duration at = now.plusMillis(random.nextInt(1500));
      Optional<Strike> strike = draw(now).map(target -> strike(target, at));
      if (strike.isPresent()) {
        strikes.add(strike.get());
        Duration end = strike.get().mended();
        mended = mended.compareTo(end) > 0 ? mended : end;
      }
    }
    return mended;
  }

  /** Whether a short run has only its last round left. */
  private boolean isAllButLastRoundDealt() {
    return !isLong() && strikes.size() == Target.values().length - LAST.size();
  }

  private boolean isLong() {
    return length.compareTo(LONG) >= 0;
  }

  /** The next kind that is not broken; empty when the bag has no such one now. */
  private Optional<Target> draw(Duration now) {
    if (bag.stream().allMatch(target -> isSpared(target, now))) {
      bag.clear();
      bag.addAll(List.of(Target.values()));
      Collections.shuffle(bag, random);
    }
    Optional<Target> next =
        bag.stream()
            .filter(target -> !isSpared(target, now) && !isStillBroken(target, now))
            .findFirst();
    next.ifPresent(bag::remove);
    return next;
  }

  private boolean isSpared(Target target, Duration now) {
    if (!isLong()) {
      return LAST.contains(target);
    }
    return target == Target.ENGINE
        && now.compareTo(length.multipliedBy(2).dividedBy(5)) > 0
        && now.compareTo(length.multipliedBy(9).dividedBy(10)) < 0;
  }

  /** One server cannot be stopped and silent, nor a station without power reboot. */
  private boolean isStillBroken(Target next, Duration now) {
    return strikes.stream()
        .filter(strike -> strike.mended().compareTo(now) >= 0)
        .map(Strike::target)
        .anyMatch(target ->
            target == next
                || (target.isOfStations() && next.isOfStations())
                || (target.name().startsWith("MODBUS") && next.name().startsWith("MODBUS")));
  }

  private Strike strike(Target target, Duration at) {
    return new Strike(target, at, outage(), target.isOfStations() ? someStations() : List.of());
  }

  private Duration outage() {
    return Duration.ofMillis(
        isLong() ? 4_000 + random.nextInt(26_000) : 2_500 + random.nextInt(2_500));
  }

  private Duration pause() {
    return Duration.ofMillis(
        isLong() ? 4_000 + random.nextInt(14_000) : 1_000 + random.nextInt(1_500));
  }

  private List<String> someStations() {
    List<String> shuffled = new ArrayList<>(stations);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, 1 + random.nextInt(Math.min(4, stations.size())));
  }
}
