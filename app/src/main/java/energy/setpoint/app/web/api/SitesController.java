package energy.setpoint.app.web.api;

import energy.setpoint.app.engine.EngineView;
import energy.setpoint.app.plan.json.StrictJson;
import energy.setpoint.app.plan.result.PlanDocument;
import energy.setpoint.app.plan.result.PlanWriter;
import energy.setpoint.app.storage.query.PlanQueries;
import energy.setpoint.app.web.problem.ProblemType;
import energy.setpoint.app.web.problem.Refusal;
import energy.setpoint.app.web.view.PlanHeadline;
import energy.setpoint.app.web.view.SiteDetail;
import energy.setpoint.app.web.view.SiteState;
import energy.setpoint.app.web.view.SiteSummary;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.SiteId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The site: how it is built, how it is, and what it plans. */
@RestController
@RequestMapping(path = "/api/v1/sites", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "sites", description = "How a site is built, how it is now, and what it plans.")
class SitesController {

  private static final Logger LOG = LoggerFactory.getLogger(SitesController.class);
  private static final int MOST_BYTES = 4096;

  private final EngineView engine;
  private final Sites sites;
  private final PlanQueries plans;

  SitesController(EngineView engine, Sites sites, PlanQueries plans) {
    this.engine = engine;
    this.sites = sites;
    this.plans = plans;
  }

  @GetMapping
  @Operation(operationId = "listSites", summary = "All sites")
  List<SiteSummary> sites() {
    return List.of(SiteSummary.of(engine.site()));
  }

  @GetMapping("/{site}")
  @Operation(operationId = "getSite", summary = "How a site is built")
  SiteDetail site(@PathVariable String site) {
    EngineView found = sites.engineOf(site);
    return SiteDetail.of(found.site(), found.tariff(), found.worldControl());
  }

  @GetMapping("/{site}/state")
  @Operation(operationId = "getState", summary = "A site at this moment")
  SiteState state(@PathVariable String site) {
    EngineView found = sites.engineOf(site);
    return found
        .snapshot()
        .map(snapshot -> SiteState.of(snapshot, found.site().voltage()))
        .orElseThrow(
            () -> new Refusal(ProblemType.NOT_YET, "The engine has not looked at the site yet."));
  }

  @GetMapping("/{site}/plan")
  @Operation(operationId = "getCurrentPlan", summary = "The plan in force")
  PlanDocument plan(@PathVariable String site) {
    return sites
        .engineOf(site)
        .plan()
        .map(PlanWriter::document)
        .orElseThrow(() -> new Refusal(ProblemType.NOT_YET, "There is no plan yet."));
  }

  @GetMapping("/{site}/plans")
  @Operation(operationId = "listPlans", summary = "Stored plans", description = "Newest first.")
  List<PlanHeadline> plans(
      @PathVariable String site,
      @Parameter(description = "1 to 1000.") @RequestParam(defaultValue = "20") int limit,
      @Parameter(description = "How many to skip.") @RequestParam(defaultValue = "0") int offset) {
    SiteId id = sites.engineOf(site).site().id();
    return plans.listNewest(id, Paging.page(limit, offset)).stream().map(PlanHeadline::of).toList();
  }

  @PutMapping(path = "/{site}/import-limit", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "changeImportLimit",
      summary = "Limit what may be taken from the grid",
      description =
          """
          The grid operator allows less, or more again; never more than the contract. The guard \
          follows at once, and a new plan is made. Holds until it is changed, also when the \
          engine is restarted: 204. While the database is away, the answer is 202: it holds, and \
          a restart forgets it until the database is back.\
          """,
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = ImportLimit.class))))
  ResponseEntity<Void> changeImportLimit(@PathVariable String site, InputStream body) {
    EngineView found = sites.engineOf(site);
    ImportLimit limit = StrictJson.read(JsonBody.read(body, MOST_BYTES), ImportLimit.class);
    Power power = LimitWatts.of(limit.limitW());
    LOG.info("The import limit of {} shall be {}, by request.", site, power);
    boolean kept = found.changeImportLimit(power);
    return ResponseEntity.status(kept ? HttpStatus.NO_CONTENT : HttpStatus.ACCEPTED).build();
  }
}
