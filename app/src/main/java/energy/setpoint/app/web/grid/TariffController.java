package energy.setpoint.app.web.grid;

import energy.setpoint.app.engine.EngineView;
import energy.setpoint.app.plan.json.Findings;
import energy.setpoint.app.plan.json.InvalidDocument;
import energy.setpoint.app.plan.json.StrictJson;
import energy.setpoint.app.web.api.JsonBody;
import energy.setpoint.app.web.problem.Refusal;
import energy.setpoint.core.event.TariffsReported;
import energy.setpoint.core.intent.TariffIntent;
import energy.setpoint.core.site.StationId;
import energy.setpoint.core.tariff.driver.DriverTariff;
import energy.setpoint.core.tariff.driver.TariffAssignment;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tariffs of drivers, by which a station reckons what a transaction costs. */
@RestController
@RequestMapping(
    path = "/api/v1/stations/{station}/tariff",
    produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "tariffs", description = "What drivers pay at a station.")
class TariffController {

  private static final int MOST_BYTES = 65_536;

  /** All EVSEs of a station. */
  private static final OptionalInt ALL = OptionalInt.empty();

  private final EngineView engine;
  private final StationOrders orders;

  TariffController(EngineView engine, StationOrders orders) {
    this.engine = engine;
    this.orders = orders;
  }

  @GetMapping
  @Operation(
      operationId = "listTariffs",
      summary = "The tariffs that a station holds",
      description = "What it told last; with `refresh=true` it is asked first.")
  Tariffs tariffs(
      @PathVariable String station, @RequestParam(defaultValue = "false") boolean refresh) {
    StationId id = orders.require(station);
    if (refresh) {
      orders.send(new TariffIntent.AskForTariffs(id));
    }
    return Tariffs.of(engine.grid().tariffs().find(id));
  }

  @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "setTariff",
      summary = "Set a tariff",
      description =
          """
          For drivers who have none of their own, or for a running transaction, whose currency \
          cannot change. The station keeps it across restarts.\
          """,
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = TariffOrder.class))))
  OrderAnswer set(@PathVariable String station, InputStream body) {
    StationId id = orders.require(station);
    TariffOrder order = StrictJson.read(JsonBody.read(body, MOST_BYTES), TariffOrder.class);
    DriverTariff tariff = tariff(order);
    OptionalInt evse = orders.require(id, order.evse().map(OptionalInt::of).orElse(ALL));
    return orders.send(
        order
            .transaction()
            .<TariffIntent>map(
                transaction -> new TariffIntent.ChangeTransaction(id, transaction, tariff))
            .orElseGet(() -> new TariffIntent.SetDefault(id, evse, tariff)));
  }

  private static DriverTariff tariff(TariffOrder order) {
    Findings findings = Findings.ofDocument();
    if (order.tariff().isEmpty()) {
      findings.at("tariff").add("This is missing, expected a tariff.");
    }
    if (order.evse().isPresent() && order.transaction().isPresent()) {
      findings.at("evse").add("Expected either this or transaction, not both.");
    }
    findings.throwIfAny(InvalidDocument.Kind.IMPOSSIBLE);
    return TariffReader.read(order.tariff().orElseThrow(), findings.at("tariff"));
  }

  @DeleteMapping
  @Operation(
      operationId = "clearTariffs",
      summary = "Clear tariffs",
      description = "All, or those of an EVSE or with an id. A running transaction keeps its own.")
  OrderAnswer clear(
      @PathVariable String station,
      @Parameter(description = "The number of an EVSE.") @RequestParam Optional<Integer> evse,
      @Parameter(description = "May be repeated.") @RequestParam Optional<List<String>> id) {
    StationId known = orders.require(station);
    OptionalInt number = orders.require(known, evse.map(OptionalInt::of).orElse(ALL));
    if (id.stream().flatMap(List::stream).anyMatch(String::isBlank)) {
      throw Refusal.invalid("The id of a tariff is empty.");
    }
    return orders.send(new TariffIntent.Clear(known, number, id.orElse(List.of())));
  }

  /** What a station holds. */
  @Schema(name = "Tariffs", description = "The tariffs that a station holds.")
  record Tariffs(
      @Schema(description = "Absent until it told.") Optional<Instant> reportedAt,
      List<Assignment> tariffs) {

    static Tariffs of(Optional<TariffsReported> reported) {
      return new Tariffs(
          reported.map(TariffsReported::at),
          reported.stream().flatMap(it -> it.assignments().stream()).map(Assignment::of).toList());
    }
  }

  /** A tariff and for whom it is. */
  @Schema(name = "TariffAssignment", description = "A tariff and for whom it is.")
  record Assignment(
      String id,
      TariffAssignment.Kind kind,
      @Schema(description = "Absent for at once.") Optional<Instant> validFrom,
      List<Integer> evses,
      @Schema(description = "Of the drivers that it is for; empty for all of them.")
          List<String> idTokens) {

    static Assignment of(TariffAssignment it) {
      return new Assignment(it.tariffId(), it.kind(), it.validFrom(), it.evses(), it.idTokens());
    }
  }
}
