package energy.setpoint.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for the network, with a deadline. */
public final class Await {

  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private Await() {}

  /** Fails when the condition has not become true before the deadline. */
  public static void until(String what, BooleanSupplier condition) throws InterruptedException {
    until(what, condition, () -> {});
  }

  /** Does something again and again until the condition has become true. */
  public static void until(String what, BooleanSupplier condition, Runnable meanwhile)
      throws InterruptedException {
    long end = System.nanoTime() + DEADLINE.toNanos();
    boolean met = condition.getAsBoolean();
    while (!met && System.nanoTime() < end) {
      meanwhile.run();
      Thread.sleep(10);
      met = condition.getAsBoolean();
    }
    assertThat(met).as(what).isTrue();
  }
}
