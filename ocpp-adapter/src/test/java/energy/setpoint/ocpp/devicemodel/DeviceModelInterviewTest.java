package energy.setpoint.ocpp.devicemodel;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.ocpp.FakeDialect;
import energy.setpoint.ocpp.dialect.OcppDialect;
import energy.setpoint.ocpp.dialect.StationInterview;
import energy.setpoint.ocpp.dialect.StationInterview.Interviewee;
import energy.setpoint.ocpp.dialect.StationInterview.Step;
import energy.setpoint.ocpp.dialect.trait.Fact;
import energy.setpoint.ocpp.dialect.trait.Facts;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.dialect.trait.StationTraits.Ability;
import energy.setpoint.ocpp.dialect.trait.StationTraits.OperationMode;
import energy.setpoint.ocpp.schema.OcppSchemas;
import energy.setpoint.ocpp.v201.Ocpp201Dialect;
import energy.setpoint.ocpp.v21.Ocpp21Dialect;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The interview of OCPP 2.x: use cases B06 (GetVariables) and B07 (GetBaseReport). */
class DeviceModelInterviewTest {

  private static final Interviewee TWO_EVSES = new Interviewee(2, true);

  static Stream<OcppDialect> versions() {
    return Stream.of(new Ocpp201Dialect(), new Ocpp21Dialect());
  }

  @ParameterizedTest
  @MethodSource("versions")
  void asksForAFullReportAndTakesItsPartsInAnyOrder(OcppDialect dialect) {
    var interview = dialect.interview(TWO_EVSES);
    int id = question(interview).path("requestId").intValue();

    interview.answered(json("{'status':'Accepted'}"));
    interview.heard("NotifyReport", part(id, 2, false, "SmartChargingCtrlr", "RateUnit", "A"));
    interview.heard(
        "NotifyReport", part(id, 0, true, "SMARTCHARGINGCTRLR", "periodsPerSchedule", "9"));
    interview.heard(
        "NotifyReport", part(id, 0, true, "SmartChargingCtrlr", "PeriodsPerSchedule", "1"));
    Step missing = interview.next();
    interview.heard("NotifyReport", part(id, 1, true, "OtherCtrlr", "Secret", "x"));

    assertThat(missing).isInstanceOf(Step.Listen.class);
    assertThat(interview.next())
        .isEqualTo(
            new Step.Done(
                List.of(
                    Fact.of("SmartChargingCtrlr.RateUnit", "A"),
                    Fact.of("SmartChargingCtrlr.PeriodsPerSchedule", "9")),
                true));
  }

  @ParameterizedTest
  @MethodSource("versions")
  void takesAReportThatComesBeforeItIsPromised(OcppDialect dialect) {
    var interview = dialect.interview(TWO_EVSES);
    int id = question(interview).path("requestId").intValue();

    interview.heard("NotifyReport", part(id, 0, false, "SmartChargingCtrlr", "RateUnit", "W"));
    interview.answered(json("{'status':'Accepted'}"));

    assertThat(interview.next()).isInstanceOf(Step.Done.class);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void leavesReportsAloneThatSomebodyElseAskedFor(OcppDialect dialect) {
    var interview = dialect.interview(TWO_EVSES);
    int id = question(interview).path("requestId").intValue();

    interview.answered(json("{'status':'Accepted'}"));
    interview.heard("NotifyReport", part(id + 1, 0, false, "SmartChargingCtrlr", "RateUnit", "W"));

    assertThat(interview.next()).isInstanceOf(Step.Listen.class);
  }

  /** B07.FR.02: NotSupported. */
  @ParameterizedTest
  @MethodSource("versions")
  void asksForVariablesOneBatchAfterTheOtherWhereThereIsNoReport(OcppDialect dialect) {
    var interview = dialect.interview(TWO_EVSES);
    var schemas = OcppSchemas.of(dialect.subprotocol().substring("ocpp".length()));

    interview.answered(json("{'status':'NotSupported'}"));
    int asked = 0;
    int largest = 0;
    while (interview.next() instanceof Step.Ask ask) {
      schemas.assertValidRequest(ask.question().action(), ask.question().payload());
      int size = ask.question().payload().path("getVariableData").size();
      largest = Math.max(largest, size);
      asked += size;
      interview.answered(answerTo(ask.question().payload(), "4"));
    }

    assertThat(largest).isEqualTo(4);
    assertThat(asked).isGreaterThan(15);
    assertThat(interview.next())
        .isInstanceOfSatisfying(
            Step.Done.class,
            done ->
                assertThat(done.facts())
                    .contains(Fact.of("SmartChargingCtrlr.PeriodsPerSchedule", "4"))
                    .doesNotContain(Fact.of("SmartChargingCtrlr.RateUnit", "4")));
  }

  @ParameterizedTest
  @MethodSource("versions")
  void halvesABatchThatTheStationRefuses(OcppDialect dialect) {
    var interview = dialect.interview(TWO_EVSES);
    interview.refused(true);
    interview.answered(answerTo(question(interview), "8"));

    interview.refused(true);

    assertThat(question(interview).path("getVariableData").size()).isEqualTo(4);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void endsWhenTheStationIsSilentTwice(OcppDialect dialect) {
    var interview = dialect.interview(TWO_EVSES);

    interview.refused(false);
    interview.refused(false);

    assertThat(interview.next()).isEqualTo(new Step.Done(List.of(), false));
  }

  @ParameterizedTest
  @MethodSource("versions")
  void goesOnWithVariablesWhenTheRestOfAReportDoesNotCome(OcppDialect dialect) {
    var interview = dialect.interview(TWO_EVSES);
    int id = question(interview).path("requestId").intValue();
    interview.answered(json("{'status':'Accepted'}"));
    interview.heard("NotifyReport", part(id, 0, true, "SmartChargingCtrlr", "RateUnit", "A"));

    interview.overdue();

    assertThat(interview.next())
        .isInstanceOfSatisfying(
            Step.Ask.class, ask -> assertThat(ask.question().action()).isEqualTo("GetVariables"));
  }

  @ParameterizedTest
  @MethodSource("versions")
  void countsAReportAsCompleteThatBeginsWithOneWhenNothingMoreComes(OcppDialect dialect) {
    var interview = dialect.interview(TWO_EVSES);
    int id = question(interview).path("requestId").intValue();
    interview.answered(json("{'status':'Accepted'}"));

    interview.heard("NotifyReport", part(id, 1, false, "SmartChargingCtrlr", "RateUnit", "A"));
    Step before = interview.next();
    interview.overdue();

    assertThat(before).isInstanceOf(Step.Listen.class);
    assertThat(interview.next())
        .isEqualTo(new Step.Done(List.of(Fact.of("SmartChargingCtrlr.RateUnit", "A")), true));
  }

  @Test
  void asksAStationThatNobodyKnowsToIntroduceItself() {
    var interview = new Ocpp21Dialect().interview(new Interviewee(1, false));

    assertThat(interview.next())
        .isInstanceOfSatisfying(
            Step.Ask.class, ask -> assertThat(ask.question().action()).isEqualTo("TriggerMessage"));
  }

  @Test
  void understandsWhatAStationOf21IsCapableOf() {
    var told =
        List.of(
            Fact.of("SmartChargingCtrlr.RateUnit", "W"),
            Fact.of("SmartChargingCtrlr.ProfileStackLevel", "8"),
            Fact.of("SmartChargingCtrlr.PeriodsPerSchedule", "24"),
            Fact.of("SmartChargingCtrlr.Entries[ChargingProfiles]:maxLimit", "12"),
            Fact.of("SmartChargingCtrlr.SupportsDynamicProfiles", "true"),
            Fact.of("SmartChargingCtrlr.SupportedAdditionalPurposes", "PriorityCharging"),
            of("V2XChargingCtrlr.Enabled", "true"),
            of("V2XChargingCtrlr.SupportedOperationModes", "ChargingOnly,CentralSetpoint,Dance"),
            of("V2XChargingCtrlr.SupportedEnergyTransferModes", "DC,DC_BPT"),
            of("DCDERCtrlr.ModesSupported", "FixedVar,EnterService"));

    var traits = new Ocpp21Dialect().understand(told).appliedTo(StationTraits.PLAIN_DC);

    assertThat(traits.maxStackLevel()).isEqualTo(8);
    assertThat(traits.maxPeriods()).isEqualTo(24);
    assertThat(traits.maxProfiles()).contains(12);
    assertThat(traits.operationModes())
        .containsExactlyInAnyOrder(OperationMode.CHARGING_ONLY, OperationMode.CENTRAL_SETPOINT);
    assertThat(traits.energyTransferModes()).containsExactlyInAnyOrder("DC", "DC_BPT");
    assertThat(traits.derControls()).containsExactlyInAnyOrder("FixedVar", "EnterService");
    assertThat(traits.can(Ability.DYNAMIC_PROFILES)).isTrue();
    assertThat(traits.can(Ability.PRIORITY_CHARGING)).isTrue();
    assertThat(traits.can(Ability.EVSE_SLEEP)).isFalse();
  }

  /** Q01: without V2XChargingCtrlr.Enabled there is no discharging. */
  @Test
  void believesNoModeOfAStationWhoseV2xIsSwitchedOff() {
    var facts =
        new Facts(
            List.of(
                of("V2XChargingCtrlr.Enabled", "false"),
                of("V2XChargingCtrlr.SupportedOperationModes", "CentralSetpoint")));

    assertThat(DeviceModelClaims.of(facts).operationModes().orElseThrow())
        .containsExactly(OperationMode.CHARGING_ONLY);
  }

  @ParameterizedTest
  @CsvSource({
    "Enabled, false, false",
    "Available, false, false",
    "Enabled, true, true",
    "Available, true, true",
    "Enabled, perhaps, true"
  })
  void knowsWhetherAStationHasSmartCharging(String variable, String value, boolean can) {
    var told = List.of(Fact.of("SmartChargingCtrlr." + variable, value));

    var traits = new Ocpp21Dialect().understand(told).appliedTo(StationTraits.PLAIN_DC);

    assertThat(traits.can(Ability.SMART_CHARGING)).isEqualTo(can);
  }

  private static Fact of(String name, String value) {
    return new Fact(name, Optional.of(1), value);
  }

  private static JsonNode question(StationInterview interview) {
    return ((Step.Ask) interview.next()).question().payload();
  }

  /** All is the same number, but one variable that the station has not got. */
  private static JsonNode answerTo(JsonNode question, String value) {
    var results = FakeDialect.JSON.createArrayNode();
    for (JsonNode asked : question.path("getVariableData")) {
      var result = FakeDialect.JSON.createObjectNode();
      boolean unknown = asked.path("variable").path("name").stringValue().equals("RateUnit");
      result.put("attributeStatus", unknown ? "UnknownVariable" : "Accepted");
      if (!unknown) {
        result.put("attributeValue", value);
      }
      result.set("component", asked.path("component"));
      result.set("variable", asked.path("variable"));
      results.add(result);
    }
    return FakeDialect.JSON.createObjectNode().set("getVariableResult", results);
  }

  private static JsonNode part(
      int requestId, int number, boolean more, String component, String variable, String value) {
    return json(
        """
        {'requestId':%d,'generatedAt':'2026-06-01T10:00:00Z','seqNo':%d,'tbc':%s,'reportData':[
          {'component':{'name':'%s'},'variable':{'name':'%s'},
           'variableAttribute':[{'value':'%s'}]}]}
        """
            .formatted(requestId, number, more, component, variable, value));
  }

  private static JsonNode json(String text) {
    return FakeDialect.JSON.readTree(text.replace('\'', '"'));
  }
}
