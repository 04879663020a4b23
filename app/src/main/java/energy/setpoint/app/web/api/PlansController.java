package energy.setpoint.app.web.api;

import energy.setpoint.app.engine.EngineView;
import energy.setpoint.app.plan.PlanDocument;
import energy.setpoint.app.plan.PlanFiles;
import energy.setpoint.app.plan.PlanRequest;
import energy.setpoint.app.storage.query.PlanQueries;
import energy.setpoint.app.web.problem.ProblemType;
import energy.setpoint.app.web.problem.Refusal;
import energy.setpoint.core.plan.PlanId;
import energy.setpoint.core.plan.PlanningProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Plans: made on request, or made by the engine before. */
@RestController
@RequestMapping(path = "/api/v1/plans", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "plans", description = "Optimise a problem of your own, or look at a stored plan.")
class PlansController {

  private static final Logger LOG = LoggerFactory.getLogger(PlansController.class);
  private static final int MOST_BYTES = 4 << 20;
  private static final int MOST_MILLIS = 30_000;

  /** The engine's own plans must find a free core. */
  private static final int MOST_AT_ONCE =
      Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

  private final EngineView engine;
  private final PlanQueries plans;
  private final Semaphore turns = new Semaphore(MOST_AT_ONCE);

  PlansController(EngineView engine, PlanQueries plans) {
    this.engine = engine;
    this.plans = plans;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "optimise",
      summary = "Optimise",
      description =
          """
          Finds the cheapest plan that keeps every limit of the problem in the body. Nothing is \
          stored, and the running site is not touched. Needs that cannot be met come back as \
          shortfalls; `report` says how the plan was found.\
          """,
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = PlanRequest.class))))
  PlanDocument optimise(
      InputStream body,
      @Parameter(description = "After this many ms the best answer known is given, 1 to 30000.")
          @RequestParam(defaultValue = "5000")
          int timeBudgetMs) {
    if (timeBudgetMs < 1 || timeBudgetMs > MOST_MILLIS) {
      throw Refusal.invalid(
          "The parameter 'timeBudgetMs' is %d, expected a number from 1 to %d."
              .formatted(timeBudgetMs, MOST_MILLIS));
    }
    PlanningProblem problem = PlanFiles.read(JsonBody.read(body, MOST_BYTES));
    PlanDocument plan = optimise(problem, Duration.ofMillis(timeBudgetMs));
    LOG.info(
        "Answered a request for a plan: {} vehicles, {} batteries, {} steps; {}, {} ms.",
        problem.vehicles().size(),
        problem.batteries().size(),
        problem.grid().size(),
        plan.report().status(),
        plan.report().elapsedMs());
    return plan;
  }

  private PlanDocument optimise(PlanningProblem problem, Duration timeBudget) {
    if (!turns.tryAcquire()) {
      throw new Refusal(
          ProblemType.BUSY,
          "At most %d problems are optimised at once. Try again soon.".formatted(MOST_AT_ONCE));
    }
    try {
      return PlanDocument.of(engine.optimizer().plan(problem, timeBudget));
    } finally {
      turns.release();
    }
  }

  @GetMapping("/{id}")
  @Operation(operationId = "getPlan", summary = "A stored plan")
  PlanDocument plan(@PathVariable String id) {
    return plans
        .find(new PlanId(id))
        .map(PlanDocument::of)
        .orElseThrow(() -> Refusal.notFound("plan", id));
  }
}
