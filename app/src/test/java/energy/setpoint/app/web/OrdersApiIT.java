package energy.setpoint.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.app.config.station.CallPermission;
import energy.setpoint.core.control.guard.Overload;
import energy.setpoint.core.control.order.Order;
import energy.setpoint.core.control.order.OrderResult;
import energy.setpoint.core.intent.AllowEnergyTransfer.EnergyService;
import energy.setpoint.core.intent.OperatingMode;
import energy.setpoint.core.intent.OperatingMode.CurvePoint;
import energy.setpoint.core.order.Manner;
import energy.setpoint.core.order.StandingOrder;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import energy.setpoint.core.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders of operators over the API, in front of an engine of a test. */
class OrdersApiIT {

  private static final String JSON = "application/json";
  private static final StationId STATION = new StationId("depot-16-a");
  private static final EvseRef EVSE = new EvseRef(STATION, 1);
  private static final String PATH = "/api/v1/stations/depot-16-a";
  private static final Instant NOW = DepotEngine.EVENING;
  private static final Instant UNTIL = NOW.plus(Duration.ofHours(2));
  private static final String RESERVE =
      """
      {"until":"%s","operate":{"mode":"LOCAL_FREQUENCY","currentA":16,"baselineW":100,
       "response":[{"at":49.8,"powerW":-2300},{"at":50.2,"powerW":2300}],
       "reserve":[{"at":-1,"powerW":-500},{"at":1,"powerW":500}]}}
      """
          .formatted(UNTIL);

  private static RunningDepot depot;

  @BeforeAll
  static void start() {
    depot = new RunningDepot(DepotEngine.at(NOW));
  }

  @AfterAll
  static void stop() {
    depot.close();
  }

  @BeforeEach
  void mend() {
    depot.engine.ordered.clear();
    depot.engine.standing.clear();
    depot.engine.desk.permission = CallPermission.ALL;
    depot.engine.orderResult = answered(new IntentOutcome.Accepted(List.of(), List.of("a loss")));
  }

  @Test
  void givesAndEndsPriority() {
    var given = depot.send("PUT", PATH + "/evses/1/priority", JSON, "");
    var ended = depot.send("DELETE", PATH + "/evses/1/priority", JSON, "");

    assertThat(List.of(given.statusCode(), ended.statusCode())).containsOnly(200);
    assertThat(given.body()).contains("\"accepted\":true", "a loss");
    assertThat(depot.engine.ordered)
        .containsExactly(new Order.Prioritize(EVSE, true), new Order.Prioritize(EVSE, false));
  }

  @Test
  void placesAnOrderToActByItself() {
    var response = depot.send("PUT", PATH + "/evses/1/order", JSON, RESERVE);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(depot.engine.ordered)
        .containsExactly(new Order.Stand(EVSE, reserve(), new Interval(NOW, UNTIL)));
  }

  private static Manner reserve() {
    return new Manner.ActByItself(
        new OperatingMode.LocalFrequency(
            Power.ofWatts(100),
            List.of(
                new CurvePoint(49.8, Power.ofWatts(-2300)),
                new CurvePoint(50.2, Power.ofWatts(2300))),
            List.of(
                new CurvePoint(-1, Power.ofWatts(-500)), new CurvePoint(1, Power.ofWatts(500)))),
        Current.ofAmps(16));
  }

  @Test
  void placesOrdersForPhases() {
    String until = "{\"until\":\"" + UNTIL + "\",";

    depot.send(
        "PUT", PATH + "/evses/1/order", JSON, until + "\"phases\":{\"count\":1,\"onto\":\"L2\"}}");
    depot.send(
        "PUT", PATH + "/evses/1/order", JSON, until + "\"phaseLimits\":{\"currentA\":[10,16,0]}}");

    assertThat(depot.engine.ordered)
        .extracting(it -> ((Order.Stand) it).manner())
        .containsExactly(
            new Manner.OnPhases(1, Optional.of(Phase.L2)),
            new Manner.EachPhase(
                List.of(Current.ofAmps(10), Current.ofAmps(16), Current.ofAmps(0))));
  }

  @Test
  void showsTheOrderThatStandsAsItWasPlaced() {
    depot.engine.standing.add(new StandingOrder(EVSE, "tx-7", reserve(), new Interval(NOW, UNTIL)));

    var one = depot.json(PATH + "/evses/1/order");
    var all = depot.json("/api/v1/orders");

    assertThat(one.at("/order/operate/mode").asString()).isEqualTo("LOCAL_FREQUENCY");
    assertThat(one.at("/order/operate/reserve/1/powerW").doubleValue()).isEqualTo(500);
    assertThat(one.at("/carriedOut").booleanValue()).isTrue();
    assertThat(all.at("/0/transaction").asString()).isEqualTo("tx-7");
    assertThat(all.at("/0/order/until").asString()).isEqualTo(UNTIL.toString());
  }

  @Test
  void liftsAnOrder() {
    depot.engine.orderResult = new OrderResult.Taken();

    var response = depot.send("DELETE", PATH + "/evses/1/order", JSON, "");

    assertThat(response.body()).contains("\"accepted\":false");
    assertThat(depot.engine.ordered).containsExactly(new Order.Lift(EVSE));
  }

  @Test
  void ordersForTheStationAsAWhole() {
    depot.send("PUT", PATH + "/priority-offer", JSON, "{\"currentA\":20}");
    depot.send("DELETE", PATH + "/priority-offer", JSON, "");
    depot.send("PUT", PATH + "/cap", JSON, "{\"currentA\":40.5,\"until\":\"" + UNTIL + "\"}");
    depot.send("DELETE", PATH + "/cap", JSON, "");
    depot.send("POST", PATH + "/reserve-signal", JSON, "{\"signal\":-3}");
    depot.send(
        "PUT", PATH + "/evses/1/energy-services", JSON, "{\"services\":[\"DC\",\"AC_DER\"]}");

    assertThat(depot.engine.ordered)
        .containsExactly(
            new Order.OfferPriority(STATION, Current.ofAmps(20)),
            new Order.WithdrawPriority(STATION),
            new Order.CapStation(STATION, Current.ofAmps(40.5), UNTIL),
            new Order.UncapStation(STATION),
            new Order.CallReserve(STATION, -3),
            new Order.AllowServices(EVSE, Set.of(EnergyService.DC, EnergyService.AC_DER)));
  }

  @Test
  void answersWithTheFiguresWhenAFuseDoesNotBearIt() {
    depot.engine.orderResult =
        new OrderResult.TooMuch(
            List.of(new Overload("fuse main L2", Current.ofAmps(68), Current.ofAmps(60))));

    var response = depot.send("PUT", PATH + "/evses/1/priority", JSON, "");

    assertThat(response.statusCode()).isEqualTo(409);
    assertThat(response.body())
        .contains(
            "/problems/too-much",
            "fuse main L2 would carry 68.0 A where 60.0 A are allowed",
            "\"limit\":\"fuse main L2\"",
            "\"wouldCarryA\":68.0",
            "\"mostA\":60.0");
  }

  @Test
  void saysWhyAnOrderMakesNoSenseOrWhatTheStationDid() {
    depot.engine.orderResult = new OrderResult.Impossible("No transaction runs at EVSE a/1.");
    var impossible = depot.send("PUT", PATH + "/evses/1/priority", JSON, "");
    depot.engine.orderResult = answered(new IntentOutcome.Refused(List.of(), "NoProfile"));
    var refused = depot.send("PUT", PATH + "/evses/1/priority", JSON, "");
    depot.engine.orderResult = answered(new IntentOutcome.Unanswered(List.of(), "No answer."));
    var silent = depot.send("PUT", PATH + "/evses/1/priority", JSON, "");
    depot.engine.orderResult = answered(new IntentOutcome.NotSent("not connected"));
    var notSent = depot.send("PUT", PATH + "/evses/1/priority", JSON, "");

    assertThat(impossible.statusCode()).isEqualTo(409);
    assertThat(impossible.body()).contains("/problems/not-applicable", "No transaction runs");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("NoProfile");
    assertThat(silent.statusCode()).isEqualTo(504);
    assertThat(notSent.statusCode()).isEqualTo(409);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          /evses/1/order | {}                                                   | #/until, "#"
          /evses/1/order | {"until":"2020-01-01T00:00:00Z","phases":{"count":2}} | #/until, #/phases
          /evses/1/order | {"until":"2030-01-01T00:00:00Z","phases":{"count":1},"phaseLimits":{"currentA":[1]}} | got 2
          /evses/1/order | {"until":"2030-01-01T00:00:00Z","phaseLimits":{"currentA":[-1]}} | #/phaseLimits
          /evses/1/order | {"until":"2030-01-01T00:00:00Z","operate":{"mode":"LOCAL_FREQUENCY","currentA":16}} | #/operate
          /evses/1/order | {"until":"2030-01-01T00:00:00Z","operate":{"mode":"EXTERNAL_LIMITS","floorW":1}} | #/operate/currentA, #/operate
          /evses/1/energy-services | {"services":[]} | #/services
          /cap | {"currentA":-1} | #/currentA, #/until
          /priority-offer | {} | #/currentA
          """)
  void tellsAllMistakes(String path, String body, String pointers) {
    var response = depot.send("PUT", PATH + path, JSON, body);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(422);
    for (String pointer : pointers.split(", ")) {
      assertThat(response.body()).contains(pointer);
    }
    assertThat(depot.engine.ordered).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, /evses/1/priority, UsePriorityCharging",
    "DELETE, /evses/1/order, SetChargingProfile",
    "DELETE, /cap, SetChargingProfile",
    "DELETE, /priority-offer, SetChargingProfile"
  })
  void ordersNothingThatTheSiteFileDoesNotAllow(String method, String path, String action) {
    depot.engine.desk.permission = CallPermission.only(Set.of("Reset"));

    var response = depot.send(method, PATH + path, JSON, "");

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.body()).contains("'" + action + "'");
    assertThat(depot.engine.ordered).isEmpty();
  }

  @Test
  void refusesAnEvseThatIsNotThere() {
    var response = depot.send("PUT", PATH + "/evses/99/priority", JSON, "");
    var nothing = depot.send("GET", PATH + "/evses/1/order", JSON, "");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(nothing.statusCode()).isEqualTo(404);
    assertThat(depot.engine.ordered).isEmpty();
  }

  @Test
  void countsOrdersAndShowsHowManyStand() {
    depot.engine.standing.add(new StandingOrder(EVSE, "tx-7", reserve(), new Interval(NOW, UNTIL)));

    var metrics = depot.get("/actuator/prometheus").body();

    assertThat(metrics)
        .contains("setpoint_orders_standing 1.0", "setpoint_orders_total{result=\"too-much\"} 0.0");
  }

  private static OrderResult answered(IntentOutcome outcome) {
    return new OrderResult.Answered(outcome);
  }
}
