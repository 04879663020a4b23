package energy.setpoint.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import energy.setpoint.app.plan.PlanSchemas;
import energy.setpoint.core.quantity.Power;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The REST API on a real port, in front of an engine without devices. */
class ApiIT {

  private static final String JSON = "application/json";
  private static final String SITE = "/api/v1/sites/depot";
  private static final String ALL_DAY = "?from=2026-11-02T00:00:00Z&to=2026-11-03T00:00:00Z";

  private static RunningDepot depot;

  @BeforeAll
  static void start() {
    depot = new RunningDepot(DepotEngine.at(DepotEngine.EVENING));
  }

  @AfterAll
  static void stop() {
    depot.close();
  }

  @BeforeEach
  void mend() {
    depot.engine.cold = false;
    depot.engine.broken = false;
    depot.records.away = false;
    depot.engine.impediments.clear();
    depot.engine.importLimits.clear();
    depot.engine.storesImportLimits = true;
  }

  static Stream<Arguments> answers() {
    return Stream.of(
        arguments("/api/v1/sites", "/0/id", "depot"),
        arguments(SITE, "/currency", "EUR"),
        arguments(SITE, "/circuits/1/parent", "main"),
        arguments(SITE, "/importLimitW", "60000.0"),
        arguments(SITE + "/state", "/stations/0/protocol", "ocpp1.6"),
        arguments(SITE + "/state", "/devices/1/stale", "true"),
        arguments(SITE + "/state", "/circuits/0/headroomA/0", "86.957"),
        arguments(SITE + "/stations", "/2/evses/0/supply", "DC"),
        arguments("/api/v1/stations/depot-16-a", "/evseStates/0/session/idToken", "VAN-02"),
        arguments(SITE + "/sessions", "/3/id", "van-11"),
        arguments(SITE + "/sessions?limit=1&offset=1", "/0/id", "van-05"),
        arguments(SITE + "/sessions?state=all", "/4/ended", "2026-11-02T04:00:00Z"),
        arguments("/api/v1/sessions/van-09", "/need/targetWh", "74000.0"),
        arguments("/api/v1/sessions/yesterday", "/deliveredWh", "11400.0"),
        arguments(SITE + "/plan", "/vehicles/0/session", "van-02"),
        arguments(SITE + "/plan", "/report/status", "HEURISTIC"),
        arguments(SITE + "/plans", "/0/shortfalls", "0"),
        arguments(SITE + "/prices" + ALL_DAY + "&stepMinutes=60", "/importPricePerKwh/18", "0.33"),
        arguments(
            SITE + "/measurements" + ALL_DAY + "&source=grid-meter&bucketSeconds=3600",
            "/buckets/1/start",
            "2026-11-02T01:00:00Z"),
        arguments(SITE + "/forecasts", "/0/forecast/middleW/95", "4000"),
        arguments(SITE + "/forecasts", "/0/scores/3/lead", "BEYOND"),
        arguments(SITE + "/forecasts", "/0/scores/0/models/PERSISTENCE/maeW", "0"),
        arguments(SITE + "/forecasts", "/1/used", "false"),
        arguments(SITE + "/measurements?source=grid-meter", "/quantity", "POWER_W"),
        arguments(SITE + "/exchanges", "/0/setpointW", "-12000.0"),
        arguments("/api/v1/stations/depot-21-b/ledger", "/0/disobedience/kind", "SILENT"),
        arguments("/api/v1/stations/depot-21-b/ledger", "/0/counts/unanswered", "4"),
        arguments("/api/v1/stations/depot-16-a/ledger", "/0/fallbackA", "6.0"),
        arguments(
            SITE + "/exchanges?station=depot-16-a", "/0/messages/0/action", "SetChargingProfile"),
        arguments("/api/v1/security-events", "/0/type", "TamperDetectionActivated"),
        arguments("/api/v1/security-events?limit=1&offset=1", "/0/origin", "ENGINE"),
        arguments("/api/v1/security-events?station=depot-16-a", "/0/detail", "lid"),
        arguments("/actuator/health/liveness", "/status", "UP"),
        arguments("/actuator/health/readiness", "/status", "UP"));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void answersWithWhatItKnows(String path, String pointer, String value) {
    var response = depot.get(path);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(JsonMapper.shared().readTree(response.body()).at(pointer).asString())
        .as(response.body())
        .isEqualTo(value);
  }

  @Test
  void optimisesAProblem() {
    var response = depot.post("/api/v1/plans?timeBudgetMs=2000", JSON, DepotEngine.sampleText());

    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    JsonNode plan = JsonMapper.shared().readTree(response.body());
    assertThat(plan.at("/vehicles")).hasSize(4);
    assertThat(plan.at("/gridW")).hasSize(24);
    assertThat(plan.at("/cost/total").doubleValue()).isPositive();
    assertThat(plan.at("/peakImportW").doubleValue()).isLessThanOrEqualTo(60000);
    assertThat(plan.at("/cost/items/0/kind").stringValue()).isEqualTo("IMPORT_ENERGY");
    assertThat(plan.at("/why/devices")).hasSize(5);
    assertThat(plan.at("/why/devices/0/stretches/0/decider").isString()).isTrue();
  }

  @Test
  void plansForSeveralScenarios() {
    String problem =
        """
        {"start": "2026-11-02T18:00:00Z", "steps": 4, "importLimitW": 11000, "importPricePerKwh": 0.3,
         "vehicles": [{"id": "van", "targetWh": 2000, "maxChargeW": 11000},
                      {"id": "guest", "targetWh": 3000, "maxChargeW": 11000, "expected": true}],
         "uncertainty": {"scenarios": [{"name": "comes", "probability": 1},
                                       {"name": "stays away", "probability": 2, "absent": ["%s"]}]}}
        """;

    var answer = depot.post("/api/v1/plans", JSON, problem.formatted("guest"));
    var refusal = depot.post("/api/v1/plans", JSON, problem.formatted("van"));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode plan = JsonMapper.shared().readTree(answer.body());
    assertThat(plan.at("/scenario").stringValue()).isEqualTo("stays away");
    assertThat(plan.at("/vehicles")).hasSize(1);
    assertThat(refusal.statusCode()).as(refusal.body()).isEqualTo(422);
    assertThat(JsonMapper.shared().readTree(refusal.body()).at("/errors/0/pointer").stringValue())
        .isEqualTo("#/uncertainty/scenarios/1/absent/0");
  }

  @Test
  void tellsAllMistakesOfAProblemAtOnce() {
    String problem =
        """
        {"start": "2026-11-02T18:00:00Z", "steps": 4, "importLimitW": 11000, "importPricePerKwh": "x",
         "vehicles": [3, {"targetWh": 9, "maxChargeW": -1}], "reliefCredit": 7}
        """;

    var refusal = depot.post("/api/v1/plans", JSON, problem);

    assertThat(refusal.statusCode()).as(refusal.body()).isEqualTo(400);
    assertThat(JsonMapper.shared().readTree(refusal.body()).at("/errors"))
        .extracting(error -> error.at("/pointer").stringValue())
        .containsExactly(
            "#/importPricePerKwh", "#/vehicles/0", "#/vehicles/1/maxChargeW", "#/reliefCredit");
  }

  static List<Arguments> parameters() {
    return List.of(
        arguments("?budgetSeconds=x", "'budgetSeconds' is 'x', expected a number."),
        arguments("?timeBudgetMs=1.5", "'timeBudgetMs' is '1.5', expected a whole number."),
        arguments("?why=perhaps", "'why' is 'perhaps', expected true or false."));
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void saysWhatAParameterShouldHaveBeen(String query, String detail) {
    var refusal = depot.post("/api/v1/plans" + query, JSON, "{}");

    assertThat(JsonMapper.shared().readTree(refusal.body()).at("/detail").stringValue())
        .isEqualTo("The parameter " + detail);
  }

  @Test
  void refusesAProblemThatWouldTakeTooLong() {
    String vehicle = "{\"targetWh\": 9, \"maxChargeW\": 1}";
    String problem =
        """
        {"start": "2026-11-02T18:00:00Z", "steps": 2000, "importLimitW": 1,
         "importPricePerKwh": 1, "vehicles": [%s]}\
        """
            .formatted(String.join(",", Collections.nCopies(51, vehicle)));

    var response = depot.post("/api/v1/plans", JSON, problem);

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body()).contains("51 devices over 2000 steps", "stepsMinutes");
  }

  @Test
  void servesTheSchemasOfProblemAndResult() {
    var response = depot.get("/api/v1/schemas/plan-problem");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/schema+json");
    assertThat(response.body()).isEqualTo(PlanSchemas.PROBLEM.text());
    assertThat(depot.get("/api/v1/schemas/plan-result").statusCode()).isEqualTo(200);
  }

  @Test
  void takesItsOwnAnswerAsThePlanInForce() {
    String sample = DepotEngine.sampleText();
    String answer = depot.post("/api/v1/plans?budgetSeconds=2", JSON, sample).body();
    String next = sample.strip().replaceFirst("}$", "") + ", \"inForce\": " + answer + "}";

    var response = depot.post("/api/v1/plans?budgetSeconds=2", JSON, next);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
  }

  @Test
  void findsAStoredPlan() {
    String id = depot.json(SITE + "/plan").at("/id").stringValue();

    JsonNode plan = depot.json("/api/v1/plans/" + id);

    assertThat(plan.at("/id").stringValue()).isEqualTo(id);
  }

  @Test
  void passesANewImportLimitToTheEngine() {
    var response = depot.send("PUT", SITE + "/import-limit", JSON, "{\"limitW\": 20000}");

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(depot.engine.importLimits).containsExactly(new Power(20000));
    assertThat(depot.json(SITE + "/state").at("/importLimitW").doubleValue()).isEqualTo(20000);
  }

  @Test
  void tellsWhichLimitsHoldAndWhenTheyCame() {
    var response = depot.send("PUT", SITE + "/export-limit", JSON, "{\"limitW\": 9000}");

    var limits = depot.json(SITE + "/grid-limits");
    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(limits.at("/exportLimitW").doubleValue()).isEqualTo(9000);
    assertThat(limits.at("/importLimitW").doubleValue()).isEqualTo(60000);
    assertThat(limits.at("/limits/0/source").stringValue()).isEqualTo("api");
    assertThat(limits.at("/limits/0/why").stringValue()).isEqualTo("the API was told");
    var newest = depot.json(SITE + "/grid-limits/changes?limit=1").at("/0");
    assertThat(newest.at("/flow").stringValue()).isEqualTo("export");
    assertThat(newest.at("/limitW").doubleValue()).isEqualTo(9000);
  }

  @Test
  void saysWhenARestartWouldForgetAnImportLimit() {
    depot.engine.storesImportLimits = false;

    var response = depot.send("PUT", SITE + "/import-limit", JSON, "{\"limitW\": 20000}");

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(depot.engine.importLimits).containsExactly(new Power(20000));
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        arguments("GET", "/api/v1/nothing", JSON, "", 404, "not-found"),
        arguments("GET", "/api/v1/sites/other", JSON, "", 404, "not-found"),
        arguments("GET", "/api/v1/sites/other/events", JSON, "", 404, "not-found"),
        arguments("GET", "/api/v1/stations/other", JSON, "", 404, "not-found"),
        arguments("GET", "/api/v1/sessions/other", JSON, "", 404, "not-found"),
        arguments("GET", "/api/v1/plans/other", JSON, "", 404, "not-found"),
        arguments("GET", "/problems/other", JSON, "", 404, "not-found"),
        arguments("GET", "/api/v1/stations/other/ledger", JSON, "", 404, "not-found"),
        arguments("GET", SITE + "/exchanges?station=other", JSON, "", 404, "not-found"),
        arguments("DELETE", SITE, JSON, "", 405, "method-not-allowed"),
        arguments("GET", "/api/v1/plans", JSON, "", 405, "method-not-allowed"),
        arguments("POST", "/api/v1/plans", "text/plain", "{}", 415, "unsupported-media-type"),
        arguments("POST", "/api/v1/plans", JSON, "", 400, "invalid-request"),
        arguments("POST", "/api/v1/plans", JSON, "{", 400, "invalid-request"),
        arguments("POST", "/api/v1/plans", JSON, "{}", 422, "invalid-values"),
        arguments("POST", "/api/v1/plans?timeBudgetMs=0", JSON, "{}", 400, "invalid-request"),
        arguments("POST", "/api/v1/plans?timeBudgetMs=x", JSON, "{}", 400, "invalid-request"),
        arguments("POST", "/api/v1/plans?budgetSeconds=31", JSON, "{}", 400, "invalid-request"),
        arguments("POST", "/api/v1/plans?budgetSeconds=NaN", JSON, "{}", 400, "invalid-request"),
        arguments(
            "POST",
            "/api/v1/plans?budgetSeconds=1&timeBudgetMs=1",
            JSON,
            "{}",
            400,
            "invalid-request"),
        arguments("GET", "/api/v1/schemas/other", JSON, "", 404, "not-found"),
        arguments("POST", "/api/v1/plans", JSON, " ".repeat(5 << 20), 413, "too-large"),
        arguments("PUT", SITE + "/import-limit", JSON, "{}", 422, "invalid-values"),
        arguments("PUT", SITE + "/import-limit", JSON, "{\"limitW\":-1}", 422, "invalid-values"),
        arguments("PUT", SITE + "/import-limit", JSON, "{\"limit\":1}", 400, "invalid-request"),
        arguments("PUT", SITE + "/import-limit", JSON, "9".repeat(9999), 413, "too-large"),
        arguments("PUT", SITE + "/export-limit", JSON, "{\"limitW\":-1}", 422, "invalid-values"),
        arguments("PUT", "/api/v1/sites/other/export-limit", JSON, "{}", 404, "not-found"),
        arguments("GET", SITE + "/grid-limits/changes?limit=0", JSON, "", 400, "invalid-request"),
        arguments("GET", SITE + "/sessions?limit=0", JSON, "", 400, "invalid-request"),
        arguments("GET", SITE + "/sessions?limit=all", JSON, "", 400, "invalid-request"),
        arguments("GET", SITE + "/sessions?offset=-1", JSON, "", 400, "invalid-request"),
        arguments("GET", SITE + "/sessions?state=shut", JSON, "", 400, "invalid-request"),
        arguments("GET", SITE + "/measurements", JSON, "", 400, "invalid-request"),
        arguments("GET", SITE + "/measurements?source=a%00b", JSON, "", 400, "invalid-request"),
        arguments("GET", SITE + "/measurements?source=a&from=x", JSON, "", 400, "invalid-request"),
        arguments(
            "GET",
            SITE + "/measurements?source=a&to=-1000000000-01-01T00:00:00Z",
            JSON,
            "",
            400,
            "invalid-request"),
        arguments(
            "GET",
            SITE + "/measurements" + ALL_DAY + "&source=a&bucketSeconds=1",
            JSON,
            "",
            400,
            "invalid-request"),
        arguments(
            "GET",
            SITE + "/prices?from=2026-11-02T00:00:00Z&to=2026-11-01T00:00:00Z",
            JSON,
            "",
            400,
            "invalid-request"),
        arguments("GET", SITE + "/prices?stepMinutes=1", JSON, "", 400, "invalid-request"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void refusesWithProblemDetails(
      String method, String path, String contentType, String body, int status, String type) {
    var response = depot.send(method, path, contentType, body);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode problem = JsonMapper.shared().readTree(response.body());
    assertThat(problem.at("/type").stringValue()).isEqualTo("/problems/" + type);
    assertThat(problem.at("/status").intValue()).isEqualTo(status);
    assertThat(problem.at("/title").stringValue()).isNotBlank();
    assertThat(depot.get("/problems/" + type).body()).contains(problem.at("/title").stringValue());
  }

  @Test
  void listsEveryMistakeOfAProblemWithItsPlace() {
    String body =
        DepotEngine.sampleText()
            .replace("\"targetWh\": 74000", "\"targetWh\": -1")
            .replace("\"storedWh\": 33000", "\"storedWh\": 90000");

    var response = depot.post("/api/v1/plans", JSON, body);

    JsonNode problem = JsonMapper.shared().readTree(response.body());
    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(problem.at("/detail").stringValue()).isEqualTo("There are 2 mistakes.");
    assertThat(problem.at("/errors/0/pointer").stringValue()).isEqualTo("#/vehicles/1/targetWh");
    assertThat(problem.at("/errors/1/pointer").stringValue()).isEqualTo("#/batteries/0/storedWh");
  }

  @Test
  void neverFailsOnAProblemThatSomebodyMangled() {
    var random = new Random(20261102);
    String sample = DepotEngine.sampleText();
    List<String> failed = new ArrayList<>();

    for (int i = 0; i < 300; i++) {
      String mangled = mangle(sample, random);
      int status = depot.post("/api/v1/plans", JSON, mangled).statusCode();
      if (status >= 500) {
        failed.add(mangled);
      }
    }

    assertThat(failed).isEmpty();
  }

  private static String mangle(String text, Random random) {
    String[] junk = {
      "", "-", "null", "{", "]", ",", "1e308", "-5", "0", "\"\"", "\u0000", "[[", "true"
    };
    String mangled = text;
    for (int i = 0; i <= random.nextInt(3); i++) {
      int from = random.nextInt(mangled.length());
      int to = Math.min(mangled.length(), from + random.nextInt(12));
      mangled =
          mangled.substring(0, from) + junk[random.nextInt(junk.length)] + mangled.substring(to);
    }
    return mangled;
  }

  @Test
  void saysThatThereIsNothingYetBeforeTheFirstLook() {
    depot.engine.cold = true;

    assertThat(depot.json(SITE + "/state").at("/type").stringValue())
        .isEqualTo("/problems/not-yet");
    assertThat(depot.json(SITE + "/plan").at("/type").stringValue()).isEqualTo("/problems/not-yet");
    assertThat(depot.json(SITE + "/sessions")).isEmpty();
    assertThat(depot.json("/api/v1/stations/depot-16-a").has("state")).isFalse();
  }

  @Test
  void saysThatTheDatabaseIsAway() {
    depot.records.away = true;

    var response = depot.get(SITE + "/plans");

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.body()).contains("/problems/storage-unavailable");
    assertThat(depot.get(SITE + "/state").statusCode()).isEqualTo(200);
  }

  @Test
  void tellsNothingOfItsInsidesWhenItFails() {
    depot.engine.broken = true;

    var response = depot.get(SITE + "/state");

    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body())
        .contains("/problems/internal")
        .doesNotContain("IllegalState", "broken", "energy.setpoint");
  }

  @Test
  void isNotReadyWhileSomethingIsInTheWay() {
    depot.engine.impediments.add("The database does not answer.");

    var response = depot.get("/actuator/health/readiness");

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.body()).contains("The database does not answer.");
    assertThat(depot.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
  }

  @Test
  void describesEveryOperation() {
    JsonNode api = depot.json("/v3/api-docs");

    var operations = new TreeSet<String>();
    for (var path : api.at("/paths").properties()) {
      path.getValue()
          .properties()
          .forEach(operation -> {
            operations.add(operation.getValue().at("/operationId").stringValue());
            assertThat(operation.getValue().at("/summary").stringValue()).isNotBlank();
            assertThat(operation.getValue().at("/responses/default").isMissingNode()).isFalse();
          });
    }
    assertThat(operations)
        .containsExactly(
            "allowEnergyServices",
            "callReserve",
            "callStation",
            "capStation",
            "changeExportLimit",
            "changeImportLimit",
            "clearDerControls",
            "clearTariffs",
            "endPriority",
            "getCurrentPlan",
            "getDerState",
            "getGridLimits",
            "getLedger",
            "getOrder",
            "getPlan",
            "getSchema",
            "getSession",
            "getSite",
            "getState",
            "getStation",
            "givePriority",
            "liftOrder",
            "listDerControls",
            "listExchanges",
            "listExternalLimits",
            "listForecasts",
            "listGridLimitChanges",
            "listMeasurements",
            "listMessages",
            "listOrders",
            "listPlans",
            "listPrices",
            "listProxied",
            "listSecurityEvents",
            "listSessions",
            "listSites",
            "listStations",
            "listTariffs",
            "offerPriority",
            "optimise",
            "placeOrder",
            "setDerControl",
            "setTariff",
            "uncapStation",
            "watchSite",
            "withdrawPriority");
    assertThat(api.at("/components/schemas/PlanRequest/required").toString())
        .contains("importLimitW", "importPricePerKwh");
    assertThat(depot.get("/swagger-ui/index.html").statusCode()).isEqualTo(200);
  }
}
