package energy.setpoint.ocpp.v201;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import energy.setpoint.core.port.ReportedSchedule;
import energy.setpoint.core.port.ScheduleAnswer;
import energy.setpoint.core.port.ScheduleQuestion;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.dialect.trait.StationTraits.RateUnit;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.schema.Checked;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GetCompositeSchedule of 2.0.1 (K08.FR.02); messages are held against the schemas. */
class ScheduleQuestions201Test {

  private static final ScheduleQuestion QUESTION =
      new ScheduleQuestion(EvseRef.of("s1", 1), Duration.ofMinutes(1), 3, Voltage.ofVolts(230));

  private final Checked dialect = new Checked(new Ocpp201Dialect());

  @Test
  void asksInTheUnitInWhichLimitsAreSent() {
    var amps = dialect.scheduleQuestions().ask(QUESTION, StationTraits.PLAIN_AC);
    var watts = dialect.scheduleQuestions().ask(QUESTION, StationTraits.PLAIN_DC);

    assertThat(amps.action()).isEqualTo("GetCompositeSchedule");
    assertThat(amps.payload().path("duration").intValue()).isEqualTo(60);
    assertThat(amps.payload().path("evseId").intValue()).isEqualTo(1);
    assertThat(amps.payload().path("chargingRateUnit").stringValue()).isEqualTo("A");
    assertThat(watts.payload().path("chargingRateUnit").stringValue()).isEqualTo("W");
  }

  @Test
  void readsAmperesPerPhaseAndWhenTheyChange() throws RpcException {
    var answer = answer("A", "{'startPeriod':0,'limit':16},{'startPeriod':30,'limit':6.5}");

    var schedule = reported(read(StationTraits.PLAIN_AC, answer));

    assertThat(schedule.start()).isEqualTo(Instant.parse("2026-01-05T18:00:00Z"));
    assertThat(schedule.steps())
        .containsExactly(
            new ReportedSchedule.Step(Duration.ZERO, Current.ofAmps(16), Current.ZERO),
            new ReportedSchedule.Step(Duration.ofSeconds(30), Current.ofAmps(6.5), Current.ZERO));
  }

  @Test
  void readsWattsOfADcStationAsThoseOfAllPhases() throws RpcException {
    var answer = answer("W", "{'startPeriod':0,'limit':11040}");

    var schedule = reported(read(StationTraits.PLAIN_DC, answer));

    assertThat(schedule.now().draw()).isEqualTo(Current.ofAmps(16));
  }

  @Test
  void readsWattsOfAnAcStationThatTakesOnlyWattsAsThoseOfOnePhase() throws RpcException {
    var answer = answer("W", "{'startPeriod':0,'limit':3680}");

    var schedule = reported(read(StationTraits.alternating(RateUnit.W), answer));

    assertThat(schedule.now().draw()).isEqualTo(Current.ofAmps(16));
  }

  @Test
  void readsAmperesOfADcStationAtTheHighestVoltage() throws RpcException {
    var answer = answer("A", "{'startPeriod':0,'limit':6.9}");

    var schedule = reported(read(StationTraits.direct(RateUnit.A), answer));

    assertThat(schedule.now().draw()).isEqualTo(Current.ofAmps(10));
  }

  @Test
  void takesARejectionForARefusal() throws RpcException {
    var refused = read(StationTraits.PLAIN_AC, "{'status':'Rejected'}");

    assertThat(refused).isInstanceOf(ScheduleAnswer.Refused.class);
  }

  @Test
  void believesNoScheduleThatIsMissing() throws RpcException {
    var senseless = read(StationTraits.PLAIN_AC, "{'status':'Accepted'}");

    assertThat(senseless).isInstanceOf(ScheduleAnswer.Senseless.class);
  }

  @Test
  void believesNoScheduleOfAnotherEvse() throws RpcException {
    var senseless =
        read(
            StationTraits.PLAIN_AC,
            answer("A", "{'startPeriod':0,'limit':16}").replace("'evseId':1", "'evseId':2"));

    assertThat(senseless).isInstanceOf(ScheduleAnswer.Senseless.class);
  }

  @Test
  void believesNoNegativeLimitAndNoneBeyondAllMeasure() throws RpcException {
    var negative = read(StationTraits.PLAIN_AC, answer("A", "{'startPeriod':0,'limit':-1}"));
    var huge = read(StationTraits.PLAIN_AC, answer("A", "{'startPeriod':0,'limit':1e300}"));

    assertThat(negative).isInstanceOf(ScheduleAnswer.Senseless.class);
    assertThat(huge).isInstanceOf(ScheduleAnswer.Senseless.class);
  }

  @Test
  void believesNoScheduleThatDoesNotBeginAtOnceOrRunsBackwards() throws RpcException {
    var late = read(StationTraits.PLAIN_AC, answer("A", "{'startPeriod':5,'limit':16}"));
    var backwards =
        read(
            StationTraits.PLAIN_AC,
            answer("A", "{'startPeriod':0,'limit':16},{'startPeriod':-5,'limit':6}"));

    assertThat(late).isInstanceOf(ScheduleAnswer.Senseless.class);
    assertThat(backwards).isInstanceOf(ScheduleAnswer.Senseless.class);
  }

  @Test
  void saysWhereAnAnswerHasTheWrongForm() {
    assertThatExceptionOfType(RpcException.class)
        .isThrownBy(() -> read(StationTraits.PLAIN_AC, "{'status':'Perhaps'}"));
  }

  private ScheduleAnswer read(StationTraits traits, String response) throws RpcException {
    JsonNode json = JsonMapper.shared().readTree(response.replace('\'', '"'));
    return dialect.scheduleQuestions().read(QUESTION, traits, json);
  }

  private static ReportedSchedule reported(ScheduleAnswer answer) {
    assertThat(answer).isInstanceOf(ScheduleAnswer.Reported.class);
    return ((ScheduleAnswer.Reported) answer).schedule();
  }

  private static String answer(String unit, String periods) {
    return """
    {'status':'Accepted','schedule':{'evseId':1,'duration':60,
    'scheduleStart':'2026-01-05T18:00:00Z','chargingRateUnit':'%s',
    'chargingSchedulePeriod':[%s]}}
    """
        .formatted(unit, periods);
  }
}
