package energy.setpoint.app.web.forecast;

import energy.setpoint.app.engine.EngineView;
import energy.setpoint.app.web.problem.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What load and production will probably be. */
@RestController
@Tag(name = "forecasts", description = "What load and production will probably be.")
class ForecastsController {

  private final EngineView engine;

  ForecastsController(EngineView engine) {
    this.engine = engine;
  }

  @GetMapping(path = "/api/v1/sites/{site}/forecasts", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "listForecasts",
      summary = "Forecasts of load and production",
      description =
          """
          The forecast that the last plan took, as quantiles 0.1, 0.5 and 0.9, and how wrong each \
          model was over the last two weeks at four leads.\
          """)
  List<ForecastDocument> forecasts(@PathVariable String site) {
    if (!engine.site().id().value().equals(site)) {
      throw Refusal.notFound("site", site);
    }
    return engine.forecasts().stream().map(ForecastDocument::of).toList();
  }
}
