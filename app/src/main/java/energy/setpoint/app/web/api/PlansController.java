package energy.setpoint.app.web.api;

import energy.setpoint.app.engine.EngineView;
import energy.setpoint.app.plan.PlanFiles;
import energy.setpoint.app.plan.json.InvalidDocument;
import energy.setpoint.app.plan.request.PlanRequest;
import energy.setpoint.app.plan.result.PlanDocument;
import energy.setpoint.app.plan.result.PlanWriter;
import energy.setpoint.app.storage.query.PlanQueries;
import energy.setpoint.app.web.metrics.PlanRequestMetrics;
import energy.setpoint.app.web.problem.ProblemType;
import energy.setpoint.app.web.problem.Refusal;
import energy.setpoint.core.plan.Plan;
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
import java.util.Optional;
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

  private final EngineView engine;
  private final PlanQueries plans;
  private final PlanQuota quota;
  private final PlanRequestMetrics metrics;
  private final Semaphore turns;

  PlansController(
      EngineView engine, PlanQueries plans, PlanQuota quota, PlanRequestMetrics metrics) {
    this.engine = engine;
    this.plans = plans;
    this.quota = quota;
    this.metrics = metrics;
    this.turns = new Semaphore(quota.places());
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "optimise",
      summary = "Optimise",
      description =
          """
          Finds the cheapest plan that keeps every limit of the problem in the body. Nothing is \
          stored, and the running site is not touched. Needs that cannot be met come back as \
          shortfalls; `report` says how the plan was found, and how far it may be from the best.\
          """,
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = PlanRequest.class))))
  PlanDocument optimise(
      InputStream body,
      @Parameter(
              description = "After so many seconds the best answer known is given; 5 by default.")
          @RequestParam
          Optional<Double> budgetSeconds,
      @Parameter(description = "The same in ms.", deprecated = true) @RequestParam
          Optional<Integer> timeBudgetMs,
      @Parameter(description = "Whether to say why; takes up to half as long again.")
          @RequestParam(defaultValue = "true")
          boolean why) {
    Duration budget = budget(budgetSeconds, timeBudgetMs);
    PlanningProblem problem = read(body);
    Answer answer = answer(problem, budget, why);
    Plan plan = answer.plan();
    metrics.answered(plan);
    LOG.info(
        "Answered a request for a plan: {} vehicles, {} batteries, {} steps; {} by {}, {} ms.",
        problem.vehicles().size(),
        problem.batteries().size(),
        problem.grid().size(),
        plan.report().status(),
        plan.report().method(),
        plan.report().elapsed().toMillis());
    return answer.document();
  }

  private record Answer(Plan plan, PlanDocument document) {}

  private Duration budget(Optional<Double> seconds, Optional<Integer> millis) {
    if (seconds.isPresent() && millis.isPresent()) {
      throw Refusal.invalid("Expected either 'budgetSeconds' or 'timeBudgetMs', not both.");
    }
    double asked = seconds.or(() -> millis.map(ms -> ms / 1000.0)).orElse(5.0);
    if (!(asked >= 0.001 && asked <= quota.mostSeconds())) {
      String name = seconds.isPresent() ? "budgetSeconds" : "timeBudgetMs";
      String given = seconds.map(String::valueOf).or(() -> millis.map(String::valueOf)).orElse("");
      throw Refusal.invalid(
          "The parameter '%s' is %s, expected a number above 0 and at most %d."
              .formatted(
                  name,
                  given,
                  seconds.isPresent() ? quota.mostSeconds() : quota.mostSeconds() * 1000));
    }
    return Duration.ofMillis(Math.round(asked * 1000));
  }

  private PlanningProblem read(InputStream body) {
    try {
      return PlanFiles.read(JsonBody.read(body, quota.mostBytes()), quota.mostDecisions());
    } catch (InvalidDocument | Refusal refused) {
      metrics.unusable();
      throw refused;
    }
  }

  private Answer answer(PlanningProblem problem, Duration timeBudget, boolean why) {
    if (!turns.tryAcquire()) {
      metrics.busy();
      throw new Refusal(
          ProblemType.BUSY,
          "At most %d problems are optimised at once. Try again soon.".formatted(quota.places()));
    }
    try {
      Plan plan = engine.optimizer().plan(problem, timeBudget);
      return new Answer(
          plan,
          why
              ? PlanFiles.explained(problem, plan, timeBudget.dividedBy(2))
              : PlanWriter.document(problem, plan));
    } finally {
      turns.release();
    }
  }

  @GetMapping("/{id}")
  @Operation(operationId = "getPlan", summary = "A stored plan")
  PlanDocument plan(@PathVariable String id) {
    return plans
        .find(new PlanId(id))
        .map(PlanWriter::document)
        .orElseThrow(() -> Refusal.notFound("plan", id));
  }
}
