package energy.setpoint.der.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateCapTest {

  private final RateCap cap = new RateCap(100);

  @Test
  void theFirstPassesAtOnceAndTheNextAfterTheGap() {
    assertThat(cap.nanosToWait(1_000)).isZero();

    cap.passed(1_000);

    assertThat(cap.nanosToWait(1_030)).isEqualTo(70);
    assertThat(cap.nanosToWait(1_100)).isZero();
  }

  @Test
  void manyThatComeTooSoonAreOneBurst() {
    cap.passed(0);

    long bursts = IntStream.range(0, 50).filter(_ -> cap.isBurst()).count();

    assertThat(bursts).isEqualTo(1);
  }
}
