package energy.setpoint.app.web.api;

import energy.setpoint.app.engine.EngineView;
import energy.setpoint.app.plan.json.StrictJson;
import energy.setpoint.app.web.view.GridLimitChangeDetail;
import energy.setpoint.app.web.view.GridLimitsDetail;
import energy.setpoint.core.quantity.Power;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the grid operator allows, who says so, and since when. */
@RestController
@RequestMapping(path = "/api/v1/sites", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "sites")
class GridLimitsController {

  private static final Logger LOG = LoggerFactory.getLogger(GridLimitsController.class);
  private static final int MOST_BYTES = 4096;

  private final Sites sites;

  GridLimitsController(Sites sites) {
    this.sites = sites;
  }

  @GetMapping("/{site}/grid-limits")
  @Operation(operationId = "getGridLimits", summary = "What the grid operator allows now")
  GridLimitsDetail limits(@PathVariable String site) {
    return GridLimitsDetail.of(sites.engineOf(site).gridLimits());
  }

  @GetMapping("/{site}/grid-limits/changes")
  @Operation(
      operationId = "listGridLimitChanges",
      summary = "When grid limits came and went",
      description = "Newest first. They are kept for good.")
  List<GridLimitChangeDetail> changes(
      @PathVariable String site,
      @Parameter(description = "1 to 1000.") @RequestParam(defaultValue = "100") int limit,
      @Parameter(description = "How many to skip.") @RequestParam(defaultValue = "0") int offset) {
    return sites.engineOf(site).gridLimitChanges(Paging.page(limit, offset)).stream()
        .map(GridLimitChangeDetail::of)
        .toList();
  }

  @PutMapping(path = "/{site}/export-limit", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "changeExportLimit",
      summary = "Limit what may be fed into the grid",
      description =
          """
          The grid operator allows less, or more again; never more than the contract. Holds until \
          it is changed, also when the engine is restarted.\
          """,
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = ExportLimit.class))))
  void changeExportLimit(@PathVariable String site, InputStream body) {
    EngineView found = sites.engineOf(site);
    ExportLimit limit = StrictJson.read(JsonBody.read(body, MOST_BYTES), ExportLimit.class);
    Power power = LimitWatts.of(limit.limitW());
    LOG.info("The export limit of {} shall be {}, by request.", site, power);
    found.changeExportLimit(power);
  }
}
