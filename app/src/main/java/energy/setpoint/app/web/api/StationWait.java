package energy.setpoint.app.web.api;

import energy.setpoint.app.web.problem.ProblemType;
import energy.setpoint.app.web.problem.Refusal;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for a station on behalf of a request; what it waits for is left as it is. */
public final class StationWait {

  /** Longer than a call may wait for its turn and its answer together. */
  private static final Duration MOST = Duration.ofMinutes(10);

  private StationWait() {}

  /**
   * @throws Refusal when it takes longer than anything may
   */
  public static <T> T of(CompletionStage<T> answer) {
    return of(answer, MOST);
  }

  static <T> T of(CompletionStage<T> answer, Duration most) {
    try {
      return answer.toCompletableFuture().get(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw silent("No answer within " + most.toMinutes() + " minutes.");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw silent("The server is closing.");
    }
  }

  private static Refusal silent(String detail) {
    return new Refusal(ProblemType.STATION_SILENT, detail);
  }
}
