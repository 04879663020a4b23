package energy.setpoint.app.web.grid;

import energy.setpoint.app.engine.EngineView;
import energy.setpoint.app.plan.json.StrictJson;
import energy.setpoint.app.web.api.JsonBody;
import energy.setpoint.app.web.problem.Refusal;
import energy.setpoint.core.control.grid.DerView;
import energy.setpoint.core.der.DerControlType;
import energy.setpoint.core.der.DerSelection;
import energy.setpoint.core.intent.DerIntent;
import energy.setpoint.core.site.StationId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** DER controls: what a utility sets at the inverters behind a station. */
@RestController
@RequestMapping(path = "/api/v1/stations/{station}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "der", description = "What a utility sets at the inverters behind a station.")
class DerController {

  private static final int MOST_BYTES = 16_384;

  private final EngineView engine;
  private final StationOrders orders;
  private final AtomicInteger lastRequestId = new AtomicInteger();

  DerController(EngineView engine, StationOrders orders) {
    this.engine = engine;
    this.orders = orders;
  }

  @GetMapping("/der")
  @Operation(
      operationId = "getDerState",
      summary = "The DER controls of a station, and its alarm",
      description = "What the station told so far. Asks it nothing.")
  DerState state(@PathVariable String station) {
    return DerState.of(view(orders.require(station)));
  }

  @GetMapping("/der-controls")
  @Operation(
      operationId = "listDerControls",
      summary = "The DER controls of a station",
      description =
          """
          What the station told so far. With `refresh=true` it is first asked to tell all; its \
          reports may arrive a moment after this answer, and `reportedAt` of `/der` tells when.\
          """)
  List<DerState.Control> controls(
      @PathVariable String station, @RequestParam(defaultValue = "false") boolean refresh) {
    StationId id = orders.require(station);
    if (refresh) {
      orders.send(new DerIntent.AskForControls(id, lastRequestId.incrementAndGet()));
    }
    return DerState.of(view(id)).controls();
  }

  @PutMapping(path = "/der-controls", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "setDerControl",
      summary = "Set a DER control",
      description =
          """
          For all EVSEs of the station, which keeps it across restarts. Only kinds that the \
          station told it knows are sent.\
          """,
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = DerControlDocument.class))))
  OrderAnswer set(@PathVariable String station, InputStream body) {
    StationId id = orders.require(station);
    var document = StrictJson.read(JsonBody.read(body, MOST_BYTES), DerControlDocument.class);
    return orders.send(new DerIntent.SetControl(id, DerControlReader.read(document)));
  }

  @DeleteMapping("/der-controls")
  @Operation(
      operationId = "clearDerControls",
      summary = "Clear DER controls",
      description = "One by its id, those of a type, or all; only defaults or only scheduled ones.")
  OrderAnswer clear(
      @PathVariable String station,
      @Parameter(description = "True for defaults, false for scheduled controls.")
          @RequestParam(name = "default")
          boolean defaults,
      @RequestParam Optional<String> id,
      @RequestParam Optional<DerControlType> type) {
    if (id.isPresent() && type.isPresent()) {
      throw Refusal.invalid("Expected either an id or a type, not both.");
    }
    DerSelection which =
        id.<DerSelection>map(it -> new DerSelection.WithId(defaults, it))
            .or(() -> type.map(it -> new DerSelection.OfType(defaults, it)))
            .orElseGet(() -> new DerSelection.All(defaults));
    return orders.send(new DerIntent.ClearControls(orders.require(station), which));
  }

  private DerView view(StationId station) {
    return engine.grid().der().of(station, engine.now());
  }
}
