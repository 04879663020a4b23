package energy.setpoint.app.web.order;

import energy.setpoint.app.engine.EngineView;
import energy.setpoint.app.plan.json.Findings;
import energy.setpoint.app.plan.json.InvalidDocument;
import energy.setpoint.app.plan.json.Lists;
import energy.setpoint.app.plan.json.StrictJson;
import energy.setpoint.app.web.api.JsonBody;
import energy.setpoint.app.web.problem.Refusal;
import energy.setpoint.core.control.order.Order;
import energy.setpoint.core.intent.AllowEnergyTransfer.EnergyService;
import energy.setpoint.core.order.StandingOrder;
import energy.setpoint.core.site.EvseRef;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Orders for the running transaction of an EVSE. */
@RestController
@RequestMapping(
    path = "/api/v1/stations/{station}/evses/{evse}",
    produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "orders", description = "What operators order beside the plan.")
class EvseOrdersController {

  private static final int MOST_BYTES = 16_384;

  private final EngineView engine;
  private final Orders orders;

  EvseOrdersController(EngineView engine, Orders orders) {
    this.engine = engine;
    this.orders = orders;
  }

  @PutMapping("/priority")
  @Operation(
      operationId = "givePriority",
      summary = "Let the running transaction charge before all limits",
      description =
          """
          By the priority profile that the station was offered, to the end of the transaction. \
          Everybody else gives way first, which takes up to a minute; refused with the figures \
          when a fuse does not bear the EVSE at its hardware maximum.\
          """)
  OrderTaken givePriority(@PathVariable String station, @PathVariable int evse) {
    return orders.submit(new Order.Prioritize(orders.require(station, evse), true));
  }

  @DeleteMapping("/priority")
  @Operation(operationId = "endPriority", summary = "Hold the transaction to its limits again")
  OrderTaken endPriority(@PathVariable String station, @PathVariable int evse) {
    return orders.submit(new Order.Prioritize(orders.require(station, evse), false));
  }

  @PutMapping(path = "/energy-services", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "allowEnergyServices",
      summary = "Say which services the vehicle may choose from",
      description = "Over ISO 15118-20, now or in a renegotiation.",
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = Services.class))))
  OrderTaken allowServices(@PathVariable String station, @PathVariable int evse, InputStream body) {
    EvseRef ref = orders.require(station, evse);
    Services said = StrictJson.read(JsonBody.read(body, MOST_BYTES), Services.class);
    List<EnergyService> services = Lists.present(said.services());
    Findings findings = Findings.ofDocument();
    if (services.isEmpty()) {
      findings.at("services").add("Expected at least one service.");
    }
    findings.throwIfAny(InvalidDocument.Kind.IMPOSSIBLE);
    return orders.submit(new Order.AllowServices(ref, Set.copyOf(services)));
  }

  @GetMapping("/order")
  @Operation(operationId = "getOrder", summary = "The order that stands for an EVSE")
  StandingOrderState order(@PathVariable String station, @PathVariable int evse) {
    EvseRef ref = orders.require(station, evse);
    return engine.orders().stream()
        .filter(order -> order.evse().equals(ref))
        .findFirst()
        .map(this::state)
        .orElseThrow(() -> Refusal.notFound("order for EVSE", ref.toString()));
  }

  @PutMapping(path = "/order", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "placeOrder",
      summary = "Hold the running transaction in a certain manner for a while",
      description =
          """
          Takes the place of what stood before. It ends by itself, with the transaction at the \
          latest, and survives a restart of the engine. Refused with the figures when a fuse does \
          not bear what it lets the EVSE do.\
          """,
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = StandingOrderDocument.class))))
  OrderTaken place(@PathVariable String station, @PathVariable int evse, InputStream body) {
    EvseRef ref = orders.require(station, evse);
    var document = StrictJson.read(JsonBody.read(body, MOST_BYTES), StandingOrderDocument.class);
    return orders.submit(StandingOrderReader.read(document, ref, engine.now()));
  }

  @DeleteMapping("/order")
  @Operation(
      operationId = "liftOrder",
      summary = "End the order that stands for an EVSE",
      description = "The usual limit follows at the next look at the fuses.")
  OrderTaken lift(@PathVariable String station, @PathVariable int evse) {
    return orders.submit(new Order.Lift(orders.require(station, evse)));
  }

  private StandingOrderState state(StandingOrder order) {
    return StandingOrderState.of(order, engine.isCarriedOut(order));
  }

  /** Services that a vehicle may choose from. */
  @Schema(name = "EnergyServices", description = "Services that a vehicle may choose from.")
  record Services(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<EnergyService> services) {}
}
