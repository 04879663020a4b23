package energy.setpoint.ocpp.v16.device;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.ocpp.FakeDialect;
import energy.setpoint.ocpp.dialect.OutboundCall;
import energy.setpoint.ocpp.dialect.StationInterview;
import energy.setpoint.ocpp.dialect.StationInterview.Interviewee;
import energy.setpoint.ocpp.dialect.StationInterview.Step;
import energy.setpoint.ocpp.dialect.trait.Fact;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.dialect.trait.StationTraits.Ability;
import energy.setpoint.ocpp.dialect.trait.StationTraits.RateUnit;
import energy.setpoint.ocpp.schema.OcppSchemas;
import energy.setpoint.ocpp.v16.Ocpp16Dialect;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** GetConfiguration (1.6 section 5.8) and what its keys mean (section 9). */
class Interview16Test {

  private final Ocpp16Dialect dialect = new Ocpp16Dialect();
  private final StationInterview interview = dialect.interview(new Interviewee(1, true));

  @Test
  void asksForAllKeysAtOnce() {
    OutboundCall question = question();

    OcppSchemas.of("1.6").assertValidRequest(question.action(), question.payload());
    assertThat(question.action()).isEqualTo("GetConfiguration");
    assertThat(question.payload().path("key").size()).isEqualTo(9);
  }

  @Test
  void takesAnswersThatBendTheSchema() {
    interview.answered(
        json(
            """
            {'configurationKey':[
              {'key':'chargeprofilemaxstacklevel','value':8},
              {'key':'ChargingScheduleAllowedChargingRateUnit','readonly':true,'value':'Current'},
              {'key':'ConnectorSwitch3to1PhaseSupported','readonly':true,'value':true},
              {'key':'VendorKey','readonly':true,'value':'x'}],
             'unknownKey':['MaxChargingProfilesInstalled']}
            """));

    assertThat(interview.next())
        .isEqualTo(
            new Step.Done(
                List.of(
                    Fact.of("ChargeProfileMaxStackLevel", "8"),
                    Fact.of("ChargingScheduleAllowedChargingRateUnit", "Current"),
                    Fact.of("ConnectorSwitch3to1PhaseSupported", "true")),
                true));
  }

  @Test
  void asksKeyByKeyWhenTheStationRefusesThemTogether() {
    interview.refused(true);

    int questions = 0;
    while (interview.next() instanceof Step.Ask) {
      assertThat(question().payload().path("key").size()).isEqualTo(1);
      interview.answered(json("{}"));
      questions++;
    }

    assertThat(questions).isEqualTo(9);
  }

  @Test
  void endsWhenTheStationIsSilentTwice() {
    interview.refused(false);
    interview.refused(false);

    assertThat(interview.next()).isEqualTo(new Step.Done(List.of(), false));
  }

  @Test
  void understandsTheKeys() {
    var told =
        List.of(
            Fact.of("ChargeProfileMaxStackLevel", "5"),
            Fact.of("ChargingScheduleAllowedChargingRateUnit", "Power"),
            Fact.of("ChargingScheduleMaxPeriods", "0"),
            Fact.of("MaxChargingProfilesInstalled", "10"),
            Fact.of("ConnectorSwitch3to1PhaseSupported", "True"));

    var traits = dialect.understand(told).appliedTo(StationTraits.PLAIN_AC);

    assertThat(traits.maxStackLevel()).isEqualTo(5);
    assertThat(traits.rateUnits()).containsExactly(RateUnit.W);
    assertThat(traits.maxPeriods()).as("none makes no sense").isEqualTo(1);
    assertThat(traits.maxProfiles()).contains(10);
    assertThat(traits.can(Ability.PHASE_SWITCHING)).isTrue();
  }

  /** Section 9.1.29; errata 3.81 for what is not told. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Core,FirmwareManagement,SmartCharging | true
          core, smartcharging                   | true
          Core,Reservation                      | false
          Reservation                           | true
          ''                                    | true
          """)
  void believesTheListOfFeaturesIfItIsOne(String features, boolean smartCharging) {
    var told = List.of(Fact.of("SupportedFeatureProfiles", features));

    var traits = dialect.understand(told).appliedTo(StationTraits.PLAIN_AC);

    assertThat(traits.can(Ability.SMART_CHARGING)).isEqualTo(smartCharging);
  }

  @Test
  void setsTheIntervalAndAddsWhatTheGuardNeeds() {
    var told = List.of(Fact.of("MeterValuesSampledData", "Energy.Active.Import.Register,SoC"));

    var calls = dialect.meteringCalls(Duration.ofSeconds(10), told);

    assertThat(calls)
        .extracting(call -> call.payload().toString())
        .containsExactly(
            "{\"key\":\"MeterValueSampleInterval\",\"value\":\"10\"}",
            "{\"key\":\"MeterValuesSampledData\",\"value\":"
                + "\"Energy.Active.Import.Register,SoC,Current.Import,Power.Active.Import\"}");
  }

  @Test
  void leavesMeasurandsAloneThatItDoesNotKnowOrNeedNotChange() {
    var told =
        List.of(Fact.of("MeterValuesSampledData", "Current.Import, power.active.import, Voltage"));

    assertThat(dialect.meteringCalls(Duration.ofSeconds(10), told)).hasSize(1);
    assertThat(dialect.meteringCalls(Duration.ofSeconds(10), List.of())).hasSize(1);
  }

  private OutboundCall question() {
    return ((Step.Ask) interview.next()).question();
  }

  private static JsonNode json(String text) {
    return FakeDialect.JSON.readTree(text.replace('\'', '"'));
  }
}
