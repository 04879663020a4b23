package energy.setpoint.optimizer.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DeadlineTest {

  private final Deadline deadline = Deadline.in(Duration.ofHours(1));
  private final AtomicInteger told = new AtomicInteger();

  @Test
  void isOverAtOnceWhenCancelled() {
    deadline.cancel();

    assertThat(deadline.isOver()).isTrue();
    assertThat(deadline.remaining()).isZero();
  }

  @Test
  void tellsWhoWatchesAndNobodyElse() {
    deadline.watch(told::incrementAndGet).close();
    deadline.watch(told::incrementAndGet);

    deadline.cancel();

    assertThat(told).hasValue(1);
  }

  @Test
  void tellsWhoComesTooLate() {
    deadline.cancel();

    deadline.watch(told::incrementAndGet);

    assertThat(told).hasValue(1);
  }
}
