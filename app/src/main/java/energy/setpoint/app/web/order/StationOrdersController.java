package energy.setpoint.app.web.order;

import energy.setpoint.app.engine.EngineView;
import energy.setpoint.app.plan.json.Findings;
import energy.setpoint.app.plan.json.InvalidDocument;
import energy.setpoint.app.plan.json.StrictJson;
import energy.setpoint.app.web.api.JsonBody;
import energy.setpoint.core.control.order.Order;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.site.StationId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Orders for a station as a whole, and the list of all that stands. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "orders")
class StationOrdersController {

  private static final int MOST_BYTES = 4_096;

  /** More than any connection carries. */
  private static final double MOST_AMPS = 10_000;

  private final EngineView engine;
  private final Orders orders;

  StationOrdersController(EngineView engine, Orders orders) {
    this.engine = engine;
    this.orders = orders;
  }

  @GetMapping("/orders")
  @Operation(
      operationId = "listOrders",
      summary = "All orders that stand",
      description = "Whether they have begun or not.")
  List<StandingOrderState> list() {
    return engine.orders().stream()
        .map(order -> StandingOrderState.of(order, engine.isCarriedOut(order)))
        .toList();
  }

  @PutMapping(
      path = "/stations/{station}/priority-offer",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "offerPriority",
      summary = "Install what transactions with priority may take",
      description =
          """
          From then on a driver may give himself priority at the station at any moment, so every \
          EVSE is budgeted at this, always; refused with the figures when a fuse does not bear \
          that. The station keeps it across restarts.\
          """,
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = Offer.class))))
  OrderTaken offer(@PathVariable String station, InputStream body) {
    StationId id = orders.require(station);
    Offer said = StrictJson.read(JsonBody.read(body, MOST_BYTES), Offer.class);
    Findings findings = Findings.ofDocument();
    Current most = current(said.currentA(), findings);
    findings.throwIfAny(InvalidDocument.Kind.IMPOSSIBLE);
    return orders.submit(new Order.OfferPriority(id, most));
  }

  @DeleteMapping("/stations/{station}/priority-offer")
  @Operation(
      operationId = "withdrawPriority",
      summary = "Hold transactions with priority to the fallback",
      description = "Another profile takes the place of the one that was offered.")
  OrderTaken withdraw(@PathVariable String station) {
    return orders.submit(new Order.WithdrawPriority(orders.require(station)));
  }

  @PutMapping(path = "/stations/{station}/cap", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "capStation",
      summary = "Hold all EVSEs of a station together",
      description = "It ends by itself. It only ever lowers what flows; no budget relies on it.",
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = Cap.class))))
  OrderTaken cap(@PathVariable String station, InputStream body) {
    StationId id = orders.require(station);
    Cap said = StrictJson.read(JsonBody.read(body, MOST_BYTES), Cap.class);
    Findings findings = Findings.ofDocument();
    Current most = current(said.currentA(), findings);
    if (said.until().isEmpty()) {
      findings.at("until").add("This is missing, expected a time.");
    }
    findings.throwIfAny(InvalidDocument.Kind.IMPOSSIBLE);
    return orders.submit(new Order.CapStation(id, most, said.until().orElseThrow()));
  }

  @DeleteMapping("/stations/{station}/cap")
  @Operation(operationId = "uncapStation", summary = "End the limit of a station as a whole")
  OrderTaken uncap(@PathVariable String station) {
    return orders.submit(new Order.UncapStation(orders.require(station)));
  }

  @PostMapping(
      path = "/stations/{station}/reserve-signal",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "callReserve",
      summary = "Pass on the grid operator's signal for frequency restoration",
      description =
          """
          To EVSEs that operate in `LOCAL_FREQUENCY` with a `reserve`. It moves them within the \
          bounds of their order, which they are budgeted at.\
          """,
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = Signal.class))))
  OrderTaken reserve(@PathVariable String station, InputStream body) {
    StationId id = orders.require(station);
    Signal said = StrictJson.read(JsonBody.read(body, MOST_BYTES), Signal.class);
    Findings findings = Findings.ofDocument();
    if (said.signal().isEmpty()) {
      findings.at("signal").add("This is missing, expected a whole number.");
    }
    findings.throwIfAny(InvalidDocument.Kind.IMPOSSIBLE);
    return orders.submit(new Order.CallReserve(id, said.signal().orElseThrow()));
  }

  private static Current current(Optional<Double> said, Findings findings) {
    double amps = said.orElse(-1.0);
    if (!(amps >= 0 && amps <= MOST_AMPS)) {
      findings
          .at("currentA")
          .add(
              "This is %s, expected a number from 0 to %.0f."
                  .formatted(said.map(String::valueOf).orElse("missing"), MOST_AMPS));
      return Current.ZERO;
    }
    return Current.ofAmps(amps);
  }

  /** What transactions with priority may take. */
  @Schema(name = "PriorityOffer", description = "What transactions with priority may take.")
  record Offer(
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              description = "Of each EVSE, per phase.",
              minimum = "0")
          Optional<Double> currentA) {}

  /** A limit of a station as a whole. */
  @Schema(name = "StationCap", description = "A limit of a station as a whole.")
  record Cap(
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              description = "On its feeder, per phase.",
              minimum = "0")
          Optional<Double> currentA,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<Instant> until) {}

  /** A signal of the grid operator. */
  @Schema(name = "ReserveSignal", description = "A signal of the grid operator (aFRR).")
  record Signal(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<Integer> signal) {}
}
