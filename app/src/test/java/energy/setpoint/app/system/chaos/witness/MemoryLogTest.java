package energy.setpoint.app.system.chaos.witness;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.app.system.chaos.witness.MemoryLog.Sample;
import java.time.Duration;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class MemoryLogTest {

  private final MemoryLog log = new MemoryLog();

  @Test
  void isFlatWhereOnlyTheBeginningGrows() {
    live(1, 60, second -> Math.min(400, 200 + 20 * second), second -> 80 + second % 40);

    assertThat(log.trend().isFlat()).isTrue();
  }

  @Test
  void isNotFlatWhereResidentMemoryGrowsAllTheTime() {
    live(1, 600, second -> 200 + second, second -> 80);

    assertThat(log.trend().isFlat()).isFalse();
  }

  @Test
  void isNotFlatWhereCollectionsLeaveMoreAndMore() {
    live(1, 600, second -> 400, second -> 80 + second / 4.0 + second % 40);

    assertThat(log.trend().isFlat()).isFalse();
  }

  @Test
  void judgesTheLongestLife() {
    live(1, 30, second -> 200 + 10 * second, second -> 80);
    live(2, 300, second -> 300, second -> 80);

    assertThat(log.trend().length()).isEqualTo(Duration.ofSeconds(299));
    assertThat(log.trend().residentLastMb()).isEqualTo(300);
  }

  private void live(int life, int seconds, IntToDoubleFunction resident, IntToDoubleFunction heap) {
    for (int second = 0; second < seconds; second++) {
      log.add(
          new Sample(
              Duration.ofSeconds(second),
              life,
              resident.applyAsDouble(second),
              heap.applyAsDouble(second)));
    }
  }
}
