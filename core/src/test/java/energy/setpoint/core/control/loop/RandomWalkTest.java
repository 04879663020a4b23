package energy.setpoint.core.control.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random lives of a depot whose stations obey late, refuse, are silent, go away, start anew and
 * forget, under an engine that dies now and then. Replay one with {@code -Dwalk.seed=}.
 */
class RandomWalkTest {

  private static final int SECONDS = 2 * 3600;

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noFuseIsEverExceededWhateverStationsDo(long seed) {
    var depot = new UnrulyDepot(seed);

    for (int second = 0; second < SECONDS; second++) {
      depot.live();
    }

    assertThat(depot.howItCame()).as("what exceeded a fuse in the life of seed %d", seed).isEmpty();
    assertThat(depot.highestMain)
        .as("highest current of main in the life of seed %d", seed)
        .isLessThanOrEqualTo(UnrulyDepot.MAIN_AMPS);
    assertThat(depot.highestWest)
        .as("highest current of west in the life of seed %d", seed)
        .isLessThanOrEqualTo(UnrulyDepot.WEST_AMPS);
    assertThat(depot.highestMain).as("the fuse is used").isGreaterThan(60);
    assertThat(depot.refusals()).as("refusals").isPositive();
    assertThat(depot.silences()).as("silences").isPositive();
  }

  private static LongStream seeds() {
    Long one = Long.getLong("walk.seed");
    return one == null
        ? LongStream.range(0, Integer.getInteger("walk.seeds", 12))
        : LongStream.of(one);
  }
}
