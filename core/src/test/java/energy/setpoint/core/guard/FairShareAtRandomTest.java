package energy.setpoint.core.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.guard.RandomSites.State;
import energy.setpoint.core.site.ControlPoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for any tree of fuses and any devices on it; a failing seed is named. */
class FairShareAtRandomTest {

  private static final int TREES = Integer.getInteger("guard.trees", 100_000);

  @Test
  void keepsEveryLimitThatTheReservesLeave() {
    IntStream.range(0, TREES)
        .parallel()
        .forEach(seed -> {
          State state = RandomSites.of(seed);
          Map<ControlPoint, Share> shares = FairShare.allocate(state.asks(), state.limits());

          long[] left = left(state, shares);
          for (int l = 0; l < left.length; l++) {
            Limit limit = state.limits().get(l);
            long counted = limit.room() - left[l];
            long unavoidable = sum(state, limit, FairShareAtRandomTest::unavoidable);
            if (counted > Math.max(limit.room(), unavoidable)) {
              throw new AssertionError(
                  "Seed " + seed + ": " + counted + " mA under " + limit + ", " + shares);
            }
          }
        });
  }

  @Test
  void leavesNoRoomWhileSomebodyWantsIt() {
    IntStream.range(0, TREES)
        .parallel()
        .forEach(seed -> {
          State state = RandomSites.of(seed);
          Map<ControlPoint, Share> shares = FairShare.allocate(state.asks(), state.limits());

          long[] left = left(state, shares);
          for (Ask ask : state.asks()) {
            long more = nextStep(state, ask, shares);
            if (more > 0 && fitsInto(state, left, ask, more)) {
              throw new AssertionError(
                  "Seed " + seed + ": " + more + " mA more would fit for " + ask + ", " + shares);
            }
          }
        });
  }

  /**
   * The condition of Bertsekas and Gallager for a max-min fair sharing: whoever gets less than he
   * wants is under a limit that is full and where nobody else has more for his weight, unless that
   * is his minimum or reserve. Allowed for are the four steps that rounding can make, three of them
   * where one phase gets what was too little for three.
   */
  @Test
  void keepsNobodyShortForSomebodyWhoHasMore() {
    IntStream.range(0, TREES)
        .parallel()
        .forEach(seed -> {
          State state = RandomSites.inFineSteps(seed);
          Map<ControlPoint, Share> shares = FairShare.allocate(state.asks(), state.limits());

          long[] left = left(state, shares);
          for (Ask ask : state.asks()) {
            boolean takesPart = shares.get(ask.point()).perPhase().milliamps() > 0;
            if (takesPart
                && nextStep(state, ask, shares) > 0
                && !hasBottleneck(state, ask, shares, left)) {
              throw new AssertionError("Seed " + seed + ": " + ask + " is short, " + shares);
            }
          }
        });
  }

  @Test
  void pausesNobodyForSomebodyLessUrgent() {
    IntStream.range(0, TREES)
        .parallel()
        .forEach(seed -> {
          State state = RandomSites.of(seed);
          Map<ControlPoint, Share> shares = FairShare.allocate(state.asks(), state.limits());

          List<Ask> moreUrgentFirst = new ArrayList<>(state.asks());
          moreUrgentFirst.sort((a, b) -> Double.compare(b.urgency(), a.urgency()));
          long[] room = state.limits().stream().mapToLong(Limit::room).toArray();
          for (Ask ask : state.asks()) {
            take(state, room, ask, reserveKept(state, ask));
          }
          for (Ask ask : moreUrgentFirst) {
            boolean wants = wants(ask);
            long more = Math.max(0, ask.minimum().milliamps() - reserveKept(state, ask));
            boolean fits = wants && fitsInto(state, room, ask, more);
            boolean given = shares.get(ask.point()).perPhase().milliamps() > 0;
            if (fits) {
              take(state, room, ask, more);
            }
            if (wants && ask.minimum().milliamps() > 0 && given != (fits || more == 0)) {
              throw new AssertionError("Seed " + seed + ": " + ask + " is given " + given);
            }
          }
        });
  }

  /** A look with slightly other measurements gives slightly other shares. */
  @Test
  void staysCalmWhenMeasurementsAreNoisy() {
    IntStream.range(0, TREES)
        .parallel()
        .forEach(seed -> {
          State state = RandomSites.inFineSteps(seed);
          Random noise = new Random(seed);
          List<Limit> noisy =
              state.limits().stream()
                  .map(l ->
                      new Limit(l.name(), l.circuits(), l.phases(), l.room() - noise.nextInt(100)))
                  .toList();
          Map<ControlPoint, Share> before = FairShare.allocate(state.asks(), state.limits());
          Map<ControlPoint, Share> after = FairShare.allocate(state.asks(), noisy);

          if (!sameTakePart(state, before, new State(state.asks(), noisy), after)) {
            return;
          }
          for (Ask ask : state.asks()) {
            long change =
                Math.abs(
                    before.get(ask.point()).perPhase().milliamps()
                        - after.get(ask.point()).perPhase().milliamps());
            if (change > 100 * heaviest(state) + 3L * ask.step().milliamps()) {
              throw new AssertionError(
                  "Seed " + seed + ": " + change + " mA other for " + ask + " for 0.1 A of noise");
            }
          }
        });
  }

  @Test
  void sharesAlikeInWhateverOrderDevicesAreListed() {
    IntStream.range(0, TREES / 10)
        .parallel()
        .forEach(seed -> {
          State state = RandomSites.inFineSteps(seed);
          List<Ask> shuffled = new ArrayList<>(state.asks());
          Collections.shuffle(shuffled, new Random(seed));

          Map<ControlPoint, Share> one = FairShare.allocate(state.asks(), state.limits());
          Map<ControlPoint, Share> other = FairShare.allocate(shuffled, state.limits());

          for (Ask ask : state.asks()) {
            assertThat(other.get(ask.point()).perPhase().amps())
                .as("seed %d, %s", seed, ask)
                .isCloseTo(one.get(ask.point()).perPhase().amps(), within(ask.step().amps()));
          }
        });
  }

  private static long heaviest(State state) {
    double most = state.asks().stream().mapToDouble(Ask::weight).max().orElse(1);
    double least = state.asks().stream().mapToDouble(Ask::weight).min().orElse(1);
    return (long) Math.ceil(most / least);
  }

  private static boolean sameTakePart(
      State state, Map<ControlPoint, Share> before, State noisy, Map<ControlPoint, Share> after) {
    return state.asks().stream()
        .allMatch(ask ->
            before.get(ask.point()).perPhase().milliamps() > 0
                    == after.get(ask.point()).perPhase().milliamps() > 0
                && reserveKept(state, ask) == reserveKept(noisy, ask));
  }

  private static boolean hasBottleneck(
      State state, Ask ask, Map<ControlPoint, Share> shares, long[] left) {
    for (int l = 0; l < left.length; l++) {
      Limit limit = state.limits().get(l);
      boolean full = left[l] < (long) times(limit, ask) * 2 * coarsest(state);
      if (times(limit, ask) > 0 && full && hasMost(state, limit, ask, shares)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasMost(
      State state, Limit limit, Ask ask, Map<ControlPoint, Share> shares) {
    double own = counted(state, ask, shares) / ask.weight();
    return state.asks().stream()
        .filter(it -> times(limit, it) > 0 && isAboveBase(it, shares))
        .allMatch(it ->
            counted(state, it, shares) / it.weight()
                <= own + 4.0 * coarsest(state) / Math.min(it.weight(), ask.weight()));
  }

  private static long coarsest(State state) {
    return state.asks().stream().mapToLong(it -> it.step().milliamps()).max().orElseThrow();
  }

  private static boolean isAboveBase(Ask ask, Map<ControlPoint, Share> shares) {
    long base = Math.max(ask.minimum().milliamps(), ask.reserved().milliamps());
    return shares.get(ask.point()).perPhase().milliamps() > base + 2 * ask.step().milliamps();
  }

  private static boolean wants(Ask ask) {
    return ask.wanted().milliamps() > 0 && ask.wanted().milliamps() >= ask.minimum().milliamps();
  }

  /** How much one step more is; 0 for who has all that can be given. */
  private static long nextStep(State state, Ask ask, Map<ControlPoint, Share> shares) {
    long step = ask.step().milliamps();
    long given = shares.get(ask.point()).perPhase().milliamps();
    long most = ask.wanted().milliamps() / step * step;
    if (!wants(ask) || given >= most) {
      return 0;
    }
    long counted = Math.max(given, reserveKept(state, ask));
    long least = Math.max(counted, ask.minimum().milliamps());
    long next = given == 0 ? least : Math.min(most, least + step - least % step);
    return Math.max(0, next - counted);
  }

  /** What the shares leave under each limit. */
  private static long[] left(State state, Map<ControlPoint, Share> shares) {
    long[] left = state.limits().stream().mapToLong(Limit::room).toArray();
    for (Ask ask : state.asks()) {
      take(state, left, ask, counted(state, ask, shares));
    }
    return left;
  }

  /** What a device counts: its share, and what it keeps in reserve beside that. */
  private static long counted(State state, Ask ask, Map<ControlPoint, Share> shares) {
    return Math.max(shares.get(ask.point()).perPhase().milliamps(), reserveKept(state, ask));
  }

  private static long unavoidable(Ask ask) {
    return ask.reserved().milliamps();
  }

  private static long reserveKept(State state, Ask ask) {
    boolean broken =
        state.limits().stream()
            .anyMatch(limit ->
                times(limit, ask) > 0
                    && sum(state, limit, FairShareAtRandomTest::unavoidable) > limit.room());
    return ask.obeys() && broken ? 0 : ask.reserved().milliamps();
  }

  private static boolean fitsInto(State state, long[] room, Ask ask, long more) {
    for (int l = 0; l < room.length; l++) {
      int times = times(state.limits().get(l), ask);
      if (times > 0 && room[l] < times * more) {
        return false;
      }
    }
    return true;
  }

  private static void take(State state, long[] room, Ask ask, long current) {
    for (int l = 0; l < room.length; l++) {
      room[l] -= times(state.limits().get(l), ask) * current;
    }
  }

  private static int times(Limit limit, Ask ask) {
    return limit.timesCounted(ask.circuit(), ask.phases());
  }

  private static long sum(State state, Limit limit, ToLongFunction<Ask> current) {
    return state.asks().stream()
        .mapToLong(ask -> times(limit, ask) * current.applyAsLong(ask))
        .sum();
  }
}
