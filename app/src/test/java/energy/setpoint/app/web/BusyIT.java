package energy.setpoint.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.plan.PlanOptimizer;
import energy.setpoint.optimizer.Optimizers;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class BusyIT {

  private final CountDownLatch solved = new CountDownLatch(1);
  private final AtomicBoolean slow = new AtomicBoolean();

  @Test
  void turnsAwayWhoAsksForTooManyPlansAtOnce() throws Exception {
    try (var depot =
        new RunningDepot(
            new DepotEngine(InstantSource.fixed(DepotEngine.EVENING), slowOptimizer()))) {
      slow.set(true);
      List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
      for (int i = 0; i <= Runtime.getRuntime().availableProcessors(); i++) {
        asked.add(ask(depot));
      }

      Object first =
          CompletableFuture.anyOf(asked.toArray(CompletableFuture[]::new))
              .get(30, TimeUnit.SECONDS);
      solved.countDown();

      assertThat(first)
          .isInstanceOfSatisfying(
              HttpResponse.class,
              refused -> {
                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(refused.headers().firstValue("Retry-After")).contains("5");
              });
      assertThat(asked)
          .anySatisfy(
              answer -> assertThat(answer.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200));
    }
  }

  private PlanOptimizer slowOptimizer() {
    return (problem, budget) -> {
      try {
        if (slow.get()) {
          solved.await();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return Optimizers.deadlineFirst().plan(problem, budget);
    };
  }

  private static CompletableFuture<HttpResponse<String>> ask(RunningDepot depot) {
    var request =
        HttpRequest.newBuilder(depot.uri("/api/v1/plans"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(DepotEngine.sampleText()))
            .build();
    return depot.client().sendAsync(request, BodyHandlers.ofString());
  }
}
