package energy.setpoint.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.app.config.station.CallPermission;
import energy.setpoint.core.der.DerControl;
import energy.setpoint.core.der.DerControlType;
import energy.setpoint.core.der.DerCurve;
import energy.setpoint.core.der.DerCurve.Point;
import energy.setpoint.core.der.DerSelection;
import energy.setpoint.core.der.DerSetting;
import energy.setpoint.core.der.DerUnit;
import energy.setpoint.core.der.GridFault;
import energy.setpoint.core.der.HeldControl;
import energy.setpoint.core.event.DerEvent;
import energy.setpoint.core.event.ExternalLimit;
import energy.setpoint.core.event.ExternalLimitEvent;
import energy.setpoint.core.event.TariffsReported;
import energy.setpoint.core.intent.DerIntent;
import energy.setpoint.core.intent.TariffIntent;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.site.StationId;
import energy.setpoint.core.tariff.driver.DriverTariff.Priced;
import energy.setpoint.core.tariff.driver.TariffAssignment;
import energy.setpoint.core.time.Interval;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DER controls, tariffs and external limits over the API, in front of an engine of a test. */
class GridApiIT {

  private static final String JSON = "application/json";
  private static final StationId STATION = new StationId("depot-16-a");
  private static final String PATH = "/api/v1/stations/depot-16-a";
  private static final Instant NOW = DepotEngine.EVENING;
  private static final String VOLT_WATT =
      """
      {"id":"vw","type":"VOLT_WATT","priority":1,
       "curve":{"unit":"PERCENT_OF_MAX_WATT","responseSeconds":5,
                "points":[{"x":106,"y":100},{"x":110,"y":0}]}}
      """;

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
    depot.engine.requested.clear();
    depot.engine.desk.permission = CallPermission.ALL;
    depot.engine.outcome = new IntentOutcome.Accepted(List.of(), List.of());
  }

  @Test
  void setsADerControl() {
    var response = depot.send("PUT", PATH + "/der-controls", JSON, VOLT_WATT);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(depot.engine.requested)
        .containsExactly(new DerIntent.SetControl(STATION, voltWatt()));
  }

  private static DerControl voltWatt() {
    return DerControl.ofDefault(
        "vw",
        1,
        new DerSetting.Curve(
            DerControlType.VOLT_WATT,
            new DerCurve(
                List.of(new Point(106, 100), new Point(110, 0)),
                DerUnit.PERCENT_OF_MAX_WATT,
                Optional.of(Duration.ofSeconds(5)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())));
  }

  @ParameterizedTest
  @CsvSource({
    "default=true,true,,",
    "default=false&id=vw,false,vw,",
    "default=true&type=VOLT_WATT,true,,VOLT_WATT"
  })
  void clearsDerControls(String query, boolean defaults, String id, DerControlType type) {
    var response = depot.send("DELETE", PATH + "/der-controls?" + query, JSON, "");

    DerSelection which =
        id != null
            ? new DerSelection.WithId(defaults, id)
            : type != null
                ? new DerSelection.OfType(defaults, type)
                : new DerSelection.All(defaults);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(depot.engine.requested).containsExactly(new DerIntent.ClearControls(STATION, which));
  }

  @Test
  void showsWhatIsSetAndWhatIsAlarmed() {
    depot.engine.grid().saw(accepted());
    depot.engine.grid().saw(alarm());

    var state = depot.json(PATH + "/der");

    assertThat(state.at("/controls/0/type").asString()).isEqualTo("VOLT_WATT");
    assertThat(state.at("/controls/0/active").booleanValue()).isTrue();
    assertThat(state.at("/controls/0/control/curve/points/1/x").doubleValue()).isEqualTo(110);
    assertThat(state.at("/alarm/fault").asString()).isEqualTo("OVER_VOLTAGE");
  }

  private static DerEvent accepted() {
    return new DerEvent.ControlAccepted(STATION, NOW, HeldControl.of(voltWatt()), List.of());
  }

  private static DerEvent alarm() {
    return new DerEvent.Alarm(
        STATION, NOW, DerControlType.VOLT_WATT, Optional.of(GridFault.OVER_VOLTAGE), false, "hot");
  }

  @Test
  void asksTheStationOnlyWhenToldTo() {
    depot.get(PATH + "/der-controls");
    int before = depot.engine.requested.size();

    depot.get(PATH + "/der-controls?refresh=true");

    assertThat(before).isZero();
    assertThat(depot.engine.requested).singleElement().isInstanceOf(DerIntent.AskForControls.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {}                                                       | #/id, #/type
          {"id":"a","type":"VOLT_WATT"}                            | #/curve
          {"id":"a","type":"FIXED_VAR","fixedVar":{"percent":101}} | #/fixedVar
          {"id":"a","type":"FIXED_VAR","fixedVar":{}}              | #/fixedVar/percent
          {"id":"a","type":"FIXED_VAR","gradients":{}}             | #/gradients, #/fixedVar
          {"id":"a","type":"FIXED_VAR","fixedVar":{"percent":1},"durationSeconds":5} | #/start
          """)
  void tellsAllMistakesOfAControl(String body, String pointers) {
    var response = depot.send("PUT", PATH + "/der-controls", JSON, body);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(422);
    for (String pointer : pointers.split(", ")) {
      assertThat(response.body()).contains("\"" + pointer + "\"");
    }
    assertThat(depot.engine.requested).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, /der-controls, SetDERControl",
    "DELETE, /der-controls?default=true, ClearDERControl",
    "GET, /der-controls?refresh=true, GetDERControl",
    "DELETE, /tariff, ClearTariffs",
    "GET, /tariff?refresh=true, GetTariffs"
  })
  void sendsNothingThatTheSiteFileDoesNotAllow(String method, String path, String action) {
    depot.engine.desk.permission = CallPermission.only(Set.of("Reset"));

    var response = depot.send(method, PATH + path, JSON, method.equals("PUT") ? VOLT_WATT : "");

    assertThat(response.statusCode()).as(response.body()).isEqualTo(403);
    assertThat(response.body()).contains("/problems/forbidden", "'" + action + "'");
    assertThat(depot.engine.requested).isEmpty();
  }

  @Test
  void saysThatAStationRefused() {
    depot.engine.outcome = new IntentOutcome.Refused(List.of(), "NotSupported");

    var response = depot.send("PUT", PATH + "/der-controls", JSON, VOLT_WATT);

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body()).contains("/problems/station-refused", "NotSupported");
  }

  @Test
  void saysThatAStationDidNotAnswerOrWasNotAsked() {
    depot.engine.outcome = new IntentOutcome.Unanswered(List.of(), "No answer within PT30S.");
    var silent = depot.send("DELETE", PATH + "/tariff", JSON, "");
    depot.engine.outcome = new IntentOutcome.NotSent("not connected");
    var notSent = depot.send("DELETE", PATH + "/tariff", JSON, "");

    assertThat(silent.statusCode()).isEqualTo(504);
    assertThat(notSent.statusCode()).isEqualTo(409);
    assertThat(notSent.body()).contains("/problems/not-sent");
  }

  @Test
  void setsATariffWithItsConditions() {
    var response =
        depot.send(
            "PUT",
            PATH + "/tariff",
            JSON,
            """
            {"evse":1,"tariff":{"id":"t1","currency":"EUR",
              "energy":{"prices":[{"amount":0.25,"conditions":{"from":"22:00","until":"06:00",
                                    "days":["MONDAY"],"powerW":{"most":11000}}},
                                  {"amount":0.45}],
                        "taxes":[{"type":"VAT","percent":19}]}}}
            """);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    var set = (TariffIntent.SetDefault) depot.engine.requested.getFirst();
    var night =
        set.tariff()
            .findPrices(Priced.ENERGY)
            .orElseThrow()
            .prices()
            .getFirst()
            .conditions()
            .orElseThrow();
    assertThat(set.evse()).hasValue(1);
    assertThat(night.from()).contains(LocalTime.of(22, 0));
    assertThat(night.days()).containsExactly(DayOfWeek.MONDAY);
  }

  @Test
  void changesTheTariffOfATransaction() {
    var response =
        depot.send(
            "PUT",
            PATH + "/tariff",
            JSON,
            "{\"transaction\":\"701\",\"tariff\":{\"id\":\"t1\",\"currency\":\"EUR\"}}");

    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(depot.engine.requested)
        .singleElement()
        .isInstanceOfSatisfying(
            TariffIntent.ChangeTransaction.class,
            change -> assertThat(change.transactionId()).isEqualTo("701"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {}                                               | #/tariff
          {"tariff":{"id":"a","currency":"Taler"}}         | #/tariff/currency
          {"tariff":{"id":"a","currency":"EUR","energy":{"prices":[]}}} | #/tariff/energy
          {"tariff":{"id":"a","currency":"EUR","energy":{"prices":[{"amount":1,"conditions":{"from":"25:00"}}]}}} | #/tariff/energy/prices/0/conditions/from
          """)
  void tellsAllMistakesOfATariff(String body, String pointer) {
    var response = depot.send("PUT", PATH + "/tariff", JSON, body);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(422);
    assertThat(response.body()).contains("\"" + pointer + "\"");
  }

  @Test
  void refusesATariffForAnEvseThatIsNotThere() {
    var response =
        depot.send(
            "PUT",
            PATH + "/tariff",
            JSON,
            "{\"evse\":99,\"tariff\":{\"id\":\"t1\",\"currency\":\"EUR\"}}");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(depot.engine.requested).isEmpty();
  }

  @Test
  void showsTheTariffsThatAStationTold() {
    depot
        .engine
        .grid()
        .saw(
            new TariffsReported(
                STATION,
                NOW,
                List.of(
                    new TariffAssignment(
                        "t1",
                        TariffAssignment.Kind.DEFAULT,
                        Optional.empty(),
                        List.of(1),
                        List.of()))));

    var tariffs = depot.json(PATH + "/tariff");

    assertThat(tariffs.at("/tariffs/0/id").asString()).isEqualTo("t1");
    assertThat(tariffs.at("/reportedAt").asString()).isEqualTo(NOW.toString());
  }

  @Test
  void showsLimitsOfOthers() {
    var period =
        new ExternalLimit.Period(
            Interval.of(NOW, Duration.ofHours(1)),
            new ExternalLimit.Bound.Amperes(Current.ofAmps(10)));
    depot
        .engine
        .grid()
        .saw(
            new ExternalLimitEvent.Announced(
                STATION,
                NOW,
                OptionalInt.of(1),
                new ExternalLimit("SO", true, false, List.of(period))));

    var limits = depot.json(PATH + "/external-limits");

    assertThat(limits.at("/0/source").asString()).isEqualTo("SO");
    assertThat(limits.at("/0/periods/0/limitA").doubleValue()).isEqualTo(10);
    assertThat(limits.at("/0/evse").intValue()).isOne();
  }
}
