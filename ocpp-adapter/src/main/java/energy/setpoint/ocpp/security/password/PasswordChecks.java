package energy.setpoint.ocpp.security.password;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Checks passwords against their hashes on threads of its own: a hash is slow on purpose, and the
 * event loops must not wait for one. One check at a time for each name, and a bound for all.
 */
public final class PasswordChecks implements AutoCloseable {

  private static final int MOST_WAITING = 4096;

  private final Set<String> underWay = ConcurrentHashMap.newKeySet();
  private final ThreadPoolExecutor threads;

  public PasswordChecks(int threads) {
    this.threads =
        new ThreadPoolExecutor(
            threads,
            threads,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().name("ocpp-password-", 1).daemon().factory());
  }

  /** What became of a check. */
  public enum Outcome {
    RIGHT,
    WRONG,
    /** Not checked: too much is to be checked already, or nobody waits for the answer. */
    NOT_CHECKED
  }

  /**
   * Checks one password; completes normally unless a check itself fails.
   *
   * @param readings what the password may be; when there are none, one hash is made all the same,
   *     so that the time tells nothing
   */
  public CompletionStage<Outcome> check(
      String name, List<String> readings, PasswordHash hash, BooleanSupplier isWanted) {
    if (!underWay.add(name)) {
      return CompletableFuture.completedFuture(Outcome.NOT_CHECKED);
    }
    try {
      return CompletableFuture.supplyAsync(
              () -> isWanted.getAsBoolean() ? judge(readings, hash) : Outcome.NOT_CHECKED, threads)
          .whenComplete((outcome, fault) -> underWay.remove(name));
    } catch (RejectedExecutionException e) {
      underWay.remove(name);
      return CompletableFuture.completedFuture(Outcome.NOT_CHECKED);
    }
  }

  private static Outcome judge(List<String> readings, PasswordHash hash) {
    List<String> tried = readings.isEmpty() ? List.of("-") : readings;
    boolean right = false;
    for (String reading : tried) {
      right |= hash.matches(reading);
    }
    return right ? Outcome.RIGHT : Outcome.WRONG;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
