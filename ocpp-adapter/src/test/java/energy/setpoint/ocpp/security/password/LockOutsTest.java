package energy.setpoint.ocpp.security.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LockOutsTest {

  private Instant now = Instant.parse("2026-06-01T10:00:00Z");
  private final LockOuts lockOuts = new LockOuts(2, 3, () -> now);

  @Test
  void doublesThePauseWithEveryFailureUpToAQuarterOfAnHour() {
    List<Duration> pauses = new ArrayList<>();

    IntStream.range(0, 14).forEach(i -> pauses.add(lockOuts.failed("CP1").orElse(Duration.ZERO)));

    assertThat(pauses.subList(0, 6))
        .extracting(Duration::toSeconds)
        .containsExactly(0L, 0L, 1L, 2L, 4L, 8L);
    assertThat(pauses.getLast()).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void endsThePauseWithTime() {
    failTimes("CP1", 4);
    assertThat(lockOuts.findPause("CP1")).contains(Duration.ofSeconds(2));
    assertThat(lockOuts.locked()).isEqualTo(1);

    now = now.plusSeconds(2);

    assertThat(lockOuts.findPause("CP1")).isEmpty();
    assertThat(lockOuts.locked()).isZero();
  }

  @Test
  void forgivesWhoSucceedsOrHasNotFailedForAnHour() {
    failTimes("CP1", 10);
    failTimes("CP2", 10);

    lockOuts.succeeded("CP1");
    now = now.plus(Duration.ofMinutes(61));

    assertThat(lockOuts.failed("CP1")).isEmpty();
    assertThat(lockOuts.failed("CP2")).isEmpty();
  }

  @Test
  void remembersNoMoreThanItsBound() {
    IntStream.range(0, 100).forEach(i -> failTimes("CP" + i, 3));

    assertThat(lockOuts.locked()).isEqualTo(3);
    assertThat(lockOuts.findPause("CP99")).isPresent();
    assertThat(lockOuts.findPause("CP0")).isEmpty();
  }

  private void failTimes(String who, int times) {
    IntStream.range(0, times).forEach(i -> lockOuts.failed(who));
  }
}
