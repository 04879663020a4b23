package energy.setpoint.app.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import energy.setpoint.app.plan.json.Finding;
import energy.setpoint.app.plan.json.InvalidDocument;
import energy.setpoint.app.plan.json.InvalidDocument.Kind;
import energy.setpoint.core.plan.Decisions;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.SolveReport;
import energy.setpoint.core.plan.VehiclePlan;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.time.PowerCurve;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlanFilesTest {

  private static final String SMALLEST =
      """
      {"start": "2026-11-02T18:00:00Z", "steps": 4, "importLimitW": 11000, "importPricePerKwh": 0.3}
      """;

  @Test
  void readsTheSample() throws IOException {
    PlanningProblem problem;
    try (InputStream json = Files.newInputStream(sample())) {
      problem = PlanFiles.read(json);
    }

    assertThat(problem.grid().size()).isEqualTo(24);
    assertThat(problem.circuits().all()).hasSize(3);
    assertThat(problem.vehicles()).hasSize(4);
    assertThat(problem.vehicles().getFirst().phases()).containsExactly(Phase.L1);
    assertThat(problem.vehicles().getLast().mayDischarge()).isTrue();
    assertThat(problem.totalSolar().energy()).isEqualTo(new Energy(-95800));
    assertThat(problem.money().peaks().getFirst().reached()).isEqualTo(new Power(30000));
    assertThat(problem.reliefCredit()).isZero();
  }

  @Test
  void fillsInWhatIsLeftOut() {
    var problem = PlanFiles.read(SMALLEST);

    assertThat(problem.site().value()).isEqualTo("site");
    assertThat(problem.grid().length(0)).isEqualTo(Duration.ofMinutes(15));
    assertThat(problem.circuits().root().fuse().l1().amps()).isCloseTo(15.942, within(0.001));
    assertThat(problem.exportLimit().highest()).isEqualTo(new Power(11000));
    assertThat(problem.exportPrice(0)).isEqualTo(EnergyPrice.FREE);
    assertThat(problem.reliefCredit()).isEqualTo(1);
    assertThat(problem.vehicles()).isEmpty();
  }

  @Test
  void givesAVehicleHarmlessDefaults() {
    var problem =
        PlanFiles.read(with("\"vehicles\": [{\"targetWh\": 9000, \"maxChargeW\": 3680}]"));

    var vehicle = problem.vehicles().getFirst();
    assertThat(vehicle.session().value()).isEqualTo("vehicle-1");
    assertThat(vehicle.capacity()).isEqualTo(new Energy(9000));
    assertThat(vehicle.phases()).containsExactly(Phase.L1, Phase.L2, Phase.L3);
    assertThat(vehicle.connected().start()).isEqualTo(problem.grid().start());
    assertThat(vehicle.connected().end()).isEqualTo(problem.grid().end());
    assertThat(vehicle.mayDischarge()).isFalse();
  }

  @Test
  void takesStepsOfUnequalLength() {
    var problem =
        PlanFiles.read(
            """
            {"boundaries": ["2026-11-02T18:07:00Z", "2026-11-02T18:15:00Z", "2026-11-02T20:00:00+01:00"],
             "importLimitW": [11000, 5000], "importPricePerKwh": [0.3, 0.2]}
            """);

    assertThat(problem.grid().length(0)).isEqualTo(Duration.ofMinutes(8));
    assertThat(problem.grid().end()).isEqualTo(Instant.parse("2026-11-02T19:00:00Z"));
    assertThat(problem.importLimit().toWatts()).containsExactly(11000, 5000);
  }

  static Stream<Arguments> impossible() {
    return Stream.of(
        arguments("\"stepMinutes\": 0", "#/stepMinutes", "This is 0, expected a number from 1"),
        arguments("\"voltageV\": 0", "#/voltageV", "This is 0, expected a number from 1 to 1000."),
        arguments("\"reliefCredit\": 1.5", "#/reliefCredit", "This is 1.5"),
        arguments("\"exportLimitW\": -1", "#/exportLimitW/0", "This is -1"),
        arguments("\"exportLimitW\": [1, 2]", "#/exportLimitW", "These are 2 values, expected one"),
        arguments("\"site\": \"\"", "#/site", "The site id ''"),
        arguments("\"solar\": [{\"powerW\": 4000}]", "#/solar/0/powerW/0", "This is 4000"),
        arguments("\"loads\": [{}]", "#/loads/0/powerW", "This is missing"),
        arguments("\"loads\": [{\"powerW\": 1, \"l1W\": 1}]", "#/loads/0/powerW", "not both"),
        arguments(
            "\"loads\": [{\"circuit\": \"x\", \"powerW\": 1}]",
            "#/loads/0/circuit",
            "There is no circuit \"x\"."),
        arguments("\"circuits\": [{\"id\": \"a\"}]", "#/circuits/0/fuseA", "This is missing"),
        arguments(
            "\"circuits\": [{\"id\": \"a\", \"fuseA\": 0}]", "#/circuits/0/fuseA/0", "This is 0"),
        arguments(
            "\"circuits\": [{\"id\": \"a\", \"parent\": \"b\", \"fuseA\": 9}]",
            "#/circuits",
            "Exactly one circuit must be without a parent"),
        arguments("\"stepsMinutes\": [15, 15]", "#/stepsMinutes", "not both"),
        arguments("\"importTaxPercent\": 119", "#/importTaxPercent", "This is 119"),
        arguments(
            "\"peakPrice\": {\"perKw\": 1}, \"peakPrices\": [{\"perKw\": 1}]",
            "#/peakPrice",
            "not both"),
        arguments(
            "\"peakPrices\": [{\"perKw\": 1, \"tiers\": [{\"fromW\": 0, \"perKw\": 1}]}]",
            "#/peakPrices/0/perKw",
            "not both"),
        arguments(
            "\"peakPrices\": [{\"tiers\": [{\"fromW\": 9, \"perKw\": 1}]}]",
            "#/peakPrices/0",
            "must begin at 0 W"),
        arguments("\"peakPrices\": [{\"penaltyPerKw\": 1}]", "#/peakPrices/0/contractW", "missing"),
        arguments("\"peakPrices\": [{\"contractW\": 1}]", "#/peakPrices/0/penaltyPerKw", "missing"),
        arguments(
            "\"peakPrices\": [{\"perKw\": 1, \"takenWh\": 5}]",
            "#/peakPrices/0/takenWh",
            "Maybe add meteringMinutes"),
        arguments(
            "\"peakPrices\": [{\"perKw\": 1, \"name\": \"a\"}, {\"perKw\": 1, \"name\": \"a\"}]",
            "#/peakPrices/1/name",
            "another peak price"),
        arguments("\"carbon\": {\"gramsPerKwh\": -1}", "#/carbon/gramsPerKwh/0", "This is -1"),
        arguments(
            "\"events\": [{\"start\": \"2026-11-02T18:00:00Z\", \"end\": \"2026-11-02T19:00:00Z\"}]",
            "#/events/0",
            "This wants nothing. Maybe"),
        arguments(
            "\"events\": [{\"start\": \"2026-11-02T18:00:00Z\", \"end\": \"2026-11-02T18:00:00Z\", \"mostW\": 1}]",
            "#/events/0/end",
            "must end after it starts"),
        arguments(
            "\"events\": [{\"start\": \"2026-11-02T18:00:00Z\", \"end\": \"2026-11-02T19:00:00Z\", \"mostW\": 1, \"reward\": 1}]",
            "#/events/0/reward",
            "Maybe add penaltyPerKwh"),
        arguments(
            "\"events\": [{\"start\": \"2026-11-02T18:00:00Z\", \"end\": \"2026-11-02T19:00:00Z\", \"mostW\": 1, \"targetW\": 1}]",
            "#/events/0/targetW",
            "not both"),
        arguments(
            "\"events\": [{\"start\": \"2026-11-02T18:00:00Z\", \"end\": \"2026-11-02T19:00:00Z\", \"mostW\": 1, \"leastW\": 2}]",
            "#/events/0",
            "at least 2 W and at most 1 W"),
        arguments("\"flexibleLoads\": [{\"maxPowerW\": 1}]", "#/flexibleLoads/0/needWh", "missing"),
        arguments(
            "\"circuits\": [{\"id\": \"a\", \"fuseA\": 9, \"ratingVa\": 0}]",
            "#/circuits/0/ratingVa",
            "This is 0"),
        arguments(
            "\"circuits\": [{\"id\": \"a\", \"fuseA\": 9, \"maxImbalanceA\": -1}]",
            "#/circuits/0/maxImbalanceA",
            "This is -1"),
        arguments(
            "\"vehicles\": [{\"targetWh\": 9, \"maxChargeW\": 1, \"essentialWh\": 10}]",
            "#/vehicles/0/essentialWh",
            "This is 10, expected a number from 0 to 9."),
        arguments(
            "\"vehicles\": [{\"targetWh\": 9, \"maxChargeW\": 3680, \"leastChargeA\": 6}]",
            "#/vehicles/0/leastChargeA",
            "These are 4140 W, more than maxChargeW (3680 W). Maybe"),
        arguments(
            "\"vehicles\": [{\"targetWh\": 9, \"maxChargeW\": 9000, \"leastChargeA\": 6, \"leastChargeW\": 4140}]",
            "#/vehicles/0/leastChargeA",
            "not both"),
        arguments(
            "\"vehicles\": [{\"targetWh\": 9, \"maxChargeW\": 9000, \"chargeStepW\": 0.01}]",
            "#/vehicles/0/chargeStepW",
            "This is 0.01 W, expected 0 or at least 1 W. Maybe any power will do"),
        arguments(
            "\"vehicles\": [{\"targetWh\": 9, \"maxChargeW\": 9, \"taper\": [{\"storedWh\": 1, \"mostW\": 1}, {\"storedWh\": 2, \"mostW\": 2}]}]",
            "#/vehicles/0/taper",
            "fall ever more steeply"),
        arguments(
            "\"inForce\": {\"vehicles\": [{\"session\": \"a\", \"powerW\": [1, 2]}]}",
            "#/inForce/vehicles/0/powerW",
            "These are 2 values"),
        arguments("\"peakPrice\": {}", "#/peakPrice/perKw", "This is missing"),
        arguments("\"vehicles\": [{\"maxChargeW\": 1}]", "#/vehicles/0/targetWh", "missing"),
        arguments(
            "\"vehicles\": [{\"targetWh\": 9, \"capacityWh\": 8, \"maxChargeW\": 1}]",
            "#/vehicles/0/capacityWh",
            "This is 8, expected a number from 9"),
        arguments(
            "\"vehicles\": [{\"targetWh\": 9, \"storedWh\": 10, \"maxChargeW\": 1}]",
            "#/vehicles/0/storedWh",
            "This is 10, expected a number from 0 to 9."),
        arguments(
            "\"vehicles\": [{\"targetWh\": 9, \"maxChargeW\": 1, \"chargeEfficiency\": 92}]",
            "#/vehicles/0/chargeEfficiency",
            "above 0 and at most 1"),
        arguments(
            "\"vehicles\": [{\"targetWh\": 9, \"maxChargeW\": 1, \"phases\": [\"L1\", \"L1\"]}]",
            "#/vehicles/0",
            "1 to 3 different ones"),
        arguments(
            """
            "vehicles": [{"targetWh": 9, "maxChargeW": 1, "arrival": "2026-11-02T19:00:00Z",
                          "departure": "2026-11-02T18:00:00Z"}]\
            """,
            "#/vehicles/0/departure",
            "must end after it starts"),
        arguments(
            """
            "vehicles": [{"id": "a", "targetWh": 9, "maxChargeW": 1},
                         {"id": "a", "targetWh": 9, "maxChargeW": 1}]\
            """,
            "#",
            "Vehicle a occurs twice."),
        arguments(
            """
            "batteries": [{"capacityWh": 9, "storedWh": 9, "maxChargeW": 1, "maxDischargeW": 1,
                           "lowestSocPercent": 50, "highestSocPercent": 40}]\
            """,
            "#/batteries/0/highestSocPercent",
            "This is 40, expected a number from 50 to 100."));
  }

  @ParameterizedTest
  @MethodSource("impossible")
  void saysWhereAValueIsImpossible(String member, String pointer, String detail) {
    var json = with(member);

    var findings = findings(json, Kind.IMPOSSIBLE);

    assertThat(findings)
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.pointer()).isEqualTo(pointer);
          assertThat(finding.detail()).contains(detail);
        });
  }

  static Stream<Arguments> malformed() {
    return Stream.of(
        arguments(
            "\"stepMinutes\": \"4\"", "#/stepMinutes", "This is \"4\", expected a whole number."),
        arguments("\"stepMinutes\": 7.5", "#/stepMinutes", "7.5"),
        arguments("\"voltageV\": \"high\"", "#/voltageV", "expected a number"),
        arguments("\"exportLimitW\": [1, \"2\", 3, 4]", "#/exportLimitW/1", "expected a number"),
        arguments("\"exportLimitW\": [1, null, 3, 4]", "#/exportLimitW/1", "null"),
        arguments(
            "\"limitW\": 1", "#/limitW", "This is not a known key. Known: $schema, batteries"),
        arguments("\"vehicles\": {\"targetWh\": 1}", "#/vehicles", "expected a list"),
        arguments("\"stepMinuts\": 1", "#/stepMinuts", "known key. Maybe stepMinutes. Known:"),
        arguments("\"vehicles\": [3]", "#/vehicles/0", "This is 3, expected an object."),
        arguments("\"vehicles\": [null]", "#/vehicles/0", "null"),
        arguments(
            "\"vehicles\": [{\"phases\": [\"L4\"]}]",
            "#/vehicles/0/phases/0",
            "This is \"L4\", expected one of L1, L2, L3."),
        arguments(
            "\"vehicles\": [{\"departure\": \"tomorrow\"}]",
            "#/vehicles/0/departure",
            "expected a time in the years 1970 to 2199"),
        arguments(
            "\"vehicles\": [{\"departure\": \"2026-11-02T18:30:00\"}]",
            "#/vehicles/0/departure",
            "Maybe the offset is missing, such as Z or +01:00."),
        arguments("\"boundaries\": [1, 2]", "#/boundaries/0", "expected a time"),
        arguments(
            "\"solar\": [{\"powerW\": 0, \"curtailable\": 1}]",
            "#/solar/0/curtailable",
            "This is 1, expected true or false."),
        arguments("\"peakPrice\": 3", "#/peakPrice", "This is 3, expected an object."),
        arguments(
            "\"vehicles\": [{\"phases\": [1]}]", "#/vehicles/0/phases/0", "This is 1, expected"),
        arguments("\"vehicles\": [{\"phases\": [\"\"]}]", "#/vehicles/0/phases/0", "one of L1"),
        arguments(
            "\"inForce\": {\"report\": {\"status\": 0}}",
            "#/inForce/report/status",
            "This is 0, expected one of OPTIMAL, FEASIBLE, HEURISTIC."),
        arguments("\"solar\": [null]", "#/solar/0", "This is null, expected a value."),
        arguments("\"steps\": 4", "#", "the key \"steps\" occurs twice."));
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void saysWhereAValueIsOfTheWrongType(String member, String pointer, String detail) {
    var json = with(member);

    var findings = findings(json, Kind.MALFORMED);

    assertThat(findings.getFirst().pointer()).isEqualTo(pointer);
    assertThat(findings.getFirst().detail()).contains(detail);
  }

  @ParameterizedTest
  @MethodSource("noJson")
  void saysThatATextIsNoJson(String text) {
    assertThat(findings(text, Kind.MALFORMED)).isNotEmpty();
  }

  @Test
  void saysThatThereIsNothing() {
    assertThat(findings("\n", Kind.MALFORMED))
        .containsExactly(new Finding("#", "There is nothing, expected a JSON object."));
  }

  @ParameterizedTest
  @CsvSource({"96, 92, true", "96, 100, true", "92, 96, true", "24, 23, true", "96, 95, false"})
  void suspectsThatClocksChange(int steps, int prices, boolean suspects) {
    String problem =
        """
        {"start": "2026-03-29T00:00:00+01:00", "steps": %d, "importLimitW": 1, "importPricePerKwh": [%s]}
        """
            .formatted(steps, "0.3, ".repeat(prices - 1) + "0.3");

    assertThat(Mistakes.of(problem).getFirst().contains("Maybe clocks change")).isEqualTo(suspects);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-29T00:00:00+01:00, 92, 2026-03-30T00:00:00+02:00",
    "2026-10-25T00:00:00+02:00, 100, 2026-10-26T00:00:00+01:00"
  })
  void takesTheDaysOnWhichClocksChange(String start, int quarters, String end) {
    String problem =
        """
        {"start": "%s", "steps": %d, "importLimitW": 11000, "importPricePerKwh": [%s],
         "vehicles": [{"targetWh": 9000, "maxChargeW": 3680, "departure": "%s"}]}
        """
            .formatted(start, quarters, "0.3, ".repeat(quarters - 1) + "0.3", end);

    var read = PlanFiles.read(problem);

    assertThat(read.grid().size()).isEqualTo(quarters);
    assertThat(read.grid().end()).isEqualTo(OffsetDateTime.parse(end).toInstant());
  }

  static Stream<String> noJson() {
    return Stream.of(
        "",
        " ",
        "null",
        "3",
        "[]",
        "\"x\"",
        "{",
        "{\"steps\": 4",
        "{} {}",
        "NaN",
        "{\"steps\": NaN}",
        "[".repeat(100_000),
        "{\"steps\": 99999999999999999999}",
        "{\"voltageV\": 1e99999}",
        "\u0000",
        "<xml/>");
  }

  @Test
  void tellsAllMistakesAtOnce() {
    var json =
        with(
            """
            "voltageV": 0, "reliefCredit": 2,
            "vehicles": [{"targetWh": 9, "maxChargeW": 1}, {"targetWh": -5, "maxChargeW": -1}],
            "batteries": [{"capacityWh": 9, "storedWh": 10, "maxChargeW": 1, "maxDischargeW": 1}]
            """);

    var findings = findings(json, Kind.IMPOSSIBLE);

    assertThat(findings)
        .extracting(Finding::pointer)
        .containsExactly(
            "#/voltageV",
            "#/vehicles/1/targetWh",
            "#/vehicles/1/maxChargeW",
            "#/batteries/0/storedWh",
            "#/reliefCredit");
  }

  @Test
  void tellsAllWrongTypesAtOnce() {
    var json =
        with(
            "\"voltageV\": \"x\", \"what\": {}, \"vehicles\": [{\"targetWh\": \"y\", \"no\": 1}, 7]");

    var findings = findings(json, Kind.MALFORMED);

    assertThat(findings)
        .extracting(Finding::pointer)
        .containsExactly(
            "#/voltageV", "#/vehicles/0/targetWh", "#/vehicles/0/no", "#/vehicles/1", "#/what");
  }

  @Test
  void refusesAProblemThatNoSolverAnswersInTime() {
    var vehicles =
        "{\"targetWh\": 9, \"maxChargeW\": 1},".repeat(60) + "{\"targetWh\": 9, \"maxChargeW\": 1}";
    var json =
        """
        {"start": "2026-11-02T18:00:00Z", "steps": 2000, "importLimitW": 1,
         "importPricePerKwh": 1, "vehicles": [%s]}\
        """
            .formatted(vehicles);

    var findings = findings(json, Kind.IMPOSSIBLE);

    assertThat(findings.getFirst().detail()).contains("61 devices over 2000 steps");
  }

  @Test
  void writesAPlanWithItsUnits() {
    var problem =
        PlanFiles.read(with("\"vehicles\": [{\"targetWh\": 3000, \"maxChargeW\": 3680}]"));
    var power = PowerCurve.ofWatts(problem.grid(), 3680, 3680.04, 7e-12, -0.0);
    var vehicle = problem.vehicles().getFirst();
    var plan =
        Plan.of(
            problem,
            Decisions.ofVehicles(
                problem, List.of(new VehiclePlan(vehicle.session(), vehicle.evse(), power))),
            new SolveReport(
                "by hand", SolveReport.Status.FEASIBLE, Optional.empty(), Duration.ofMillis(12)));

    JsonNode json = JsonMapper.shared().readTree(PlanFiles.write(problem, plan));

    assertThat(json.at("/vehicles/0/powerW").toString()).isEqualTo("[3680.0,3680.04,0.0,0.0]");
    assertThat(json.at("/vehicles/0/energyWh").doubleValue()).isEqualTo(1840.01);
    assertThat(json.at("/cost/total").doubleValue()).isEqualTo(0.552003);
    assertThat(json.at("/peakImportW").doubleValue()).isEqualTo(3680.04);
    assertThat(json.at("/boundaries/4").stringValue()).isEqualTo("2026-11-02T19:00:00Z");
    assertThat(json.at("/report/elapsedMs").intValue()).isEqualTo(12);
    assertThat(json.at("/report").has("reason")).isFalse();
  }

  private static List<Finding> findings(String json, Kind kind) {
    var caught = new InvalidDocument[1];
    assertThatThrownBy(() -> PlanFiles.read(json, 100_000))
        .isInstanceOfSatisfying(
            InvalidDocument.class,
            invalid -> {
              caught[0] = invalid;
              assertThat(invalid.kind()).as(invalid.getMessage()).isEqualTo(kind);
            });
    return caught[0].findings();
  }

  private static String with(String members) {
    return SMALLEST.strip().replaceFirst("}$", "") + ", " + members + "}";
  }

  private static Path sample() {
    return Path.of(System.getProperty("setpoint.home", ".."))
        .resolve("config/samples/plan-problem.json");
  }
}
