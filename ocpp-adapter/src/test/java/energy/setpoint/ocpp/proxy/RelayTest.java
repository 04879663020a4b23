package energy.setpoint.ocpp.proxy;

import static energy.setpoint.ocpp.proxy.ProxyBench.CP1;
import static energy.setpoint.ocpp.proxy.ProxyBench.EVSE;
import static energy.setpoint.ocpp.proxy.ProxyBench.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import energy.setpoint.core.event.DerEvent;
import energy.setpoint.core.event.ExternalLimit;
import energy.setpoint.core.event.ExternalLimitEvent;
import energy.setpoint.core.event.PriorityChanged;
import energy.setpoint.core.event.StationBooted;
import energy.setpoint.core.event.TransactionEnded;
import energy.setpoint.core.event.TransactionStarted;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.session.IdToken;
import energy.setpoint.ocpp.proxy.request.OwnIds;
import energy.setpoint.ocpp.server.Reception.Welcome;
import energy.setpoint.ocpp.v21.Ocpp21Dialect;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RelayTest {

  private static final String START =
      "[2,\"s1\",\"StartTransaction\",{\"connectorId\":1,\"idTag\":\"T\",\"meterStart\":0,"
          + "\"timestamp\":\"2026-06-01T10:00:00Z\"}]";
  private static final String STARTED =
      "[3,\"s1\",{\"idTagInfo\":{\"status\":\"Accepted\"},\"transactionId\":7}]";
  private static final String STOP =
      "[2,\"s2\",\"StopTransaction\",{\"transactionId\":7,\"meterStop\":5,"
          + "\"timestamp\":\"2026-06-01T11:00:00Z\"}]";
  private static final String ACCEPTED = "{\"status\":\"Accepted\"}";

  private final ProxyBench bench = new ProxyBench();

  @Test
  void passesFramesOnAsTheyWereReceived() {
    bench.connect();
    String odd = "[2, \"h\u00e9\" ,\"Heartbeat\",{ \"x\" : 1.50 } ]";

    bench.station(odd);
    bench.csms("[3,\"h\u00e9\", {\"currentTime\":\"2026-06-01T10:00:00.000Z\"}]");

    assertThat(bench.atCsms).containsExactly(odd);
    assertThat(bench.atStation)
        .containsExactly("[3,\"h\u00e9\", {\"currentTime\":\"2026-06-01T10:00:00.000Z\"}]");
    assertThat(bench.counters.relayed()).containsEntry("up", 1L).containsEntry("down", 1L);
  }

  @Test
  void callsTheCsmsInTheStationsNameWithItsCredentials() {
    bench.connect();

    var request = bench.dialled.getFirst();

    assertThat(request.station()).isEqualTo(CP1);
    assertThat(request.authorization()).contains("Basic c2VjcmV0");
    assertThat(request.subprotocols()).containsExactly("ocpp1.6");
  }

  @Test
  void learnsTheTransactionIdFromTheAnswerOfTheCsms() {
    bench.connect();

    bench.station(START);
    bench.csms(STARTED);
    bench.station(STOP);
    bench.csms("[3,\"s2\",{}]");

    assertThat(bench.events)
        .contains(new TransactionStarted(EVSE, NOW, "7", Optional.of(new IdToken("T"))))
        .filteredOn(TransactionEnded.class::isInstance)
        .hasSize(1);
  }

  @Test
  void takesAStationForBootedOnlyWhenTheCsmsAcceptsIt() {
    bench.connect();
    String boot =
        "[2,\"%s\",\"BootNotification\",{\"chargePointVendor\":\"V\",\"chargePointModel\":\"M\"}]";
    String answer =
        "[3,\"%s\",{\"status\":\"%s\",\"currentTime\":\"2026-06-01T10:00:00Z\",\"interval\":60}]";

    bench.station(boot.formatted("b1"));
    bench.csms(answer.formatted("b1", "Pending"));
    long whilePending = bench.events.stream().filter(StationBooted.class::isInstance).count();
    bench.station(boot.formatted("b2"));
    bench.csms(answer.formatted("b2", "Accepted"));

    assertThat(whilePending).isZero();
    assertThat(bench.events).filteredOn(StationBooted.class::isInstance).hasSize(1);
  }

  /** R05.FR.01, K22.FR.03, K11.FR.02: no answer of the CSMS undoes them. */
  @ParameterizedTest
  @MethodSource("deeds")
  void learnsWhatTheStationDoesAlreadyWhenItTellsAndNotOnlyOnceTheCsmsUnderstandsIt(
      Class<?> event, String action, String payload) {
    bench.dialect = new Ocpp21Dialect();
    bench.connect();
    bench.station(
        "[2,\"t\",\"TransactionEvent\",{\"eventType\":\"Started\",\"seqNo\":0,"
            + "\"timestamp\":\"2026-06-01T10:00:00Z\",\"triggerReason\":\"CablePluggedIn\","
            + "\"transactionInfo\":{\"transactionId\":\"tx\"},\"evse\":{\"id\":1}}]");
    bench.csms("[3,\"t\",{}]");

    bench.station("[2,\"d\",\"%s\",%s]".formatted(action, payload));
    long beforeTheAnswer = bench.events.stream().filter(event::isInstance).count();
    bench.csms("[4,\"d\",\"NotImplemented\",\"\",{}]");
    bench.station("[2,\"e\",\"%s\",%s]".formatted(action, payload));
    bench.csms("[3,\"e\",{}]");

    assertThat(beforeTheAnswer).isOne();
    assertThat(bench.events).filteredOn(event::isInstance).hasSize(2);
    assertThat(bench.counters.unheard()).isEmpty();
  }

  /** Periods begin at whole seconds (ChargingSchedulePeriodType), but not at every station. */
  @Test
  void roundsFractionsOfASecondInWhatItOverhears() {
    bench.dialect = new Ocpp21Dialect();
    bench.connect();

    bench.station(
        "[2,\"n\",\"NotifyChargingLimit\",{\"chargingLimit\":{\"chargingLimitSource\":\"SO\"},"
            + "\"chargingSchedule\":[{\"id\":1,\"chargingRateUnit\":\"A\",\"chargingSchedulePeriod\":"
            + "[{\"startPeriod\":0,\"limit\":16},{\"startPeriod\":12.5,\"limit\":6}]}]}]");

    assertThat(bench.events)
        .filteredOn(ExternalLimitEvent.Announced.class::isInstance)
        .singleElement()
        .extracting(it -> ((ExternalLimitEvent.Announced) it).limit().periods())
        .asInstanceOf(list(ExternalLimit.Period.class))
        .hasSize(2);
  }

  static Stream<Arguments> deeds() {
    return Stream.of(
        Arguments.of(
            DerEvent.Alarm.class,
            "NotifyDERAlarm",
            "{\"controlType\":\"VoltWatt\",\"timestamp\":\"2026-06-01T10:00:00Z\"}"),
        Arguments.of(
            PriorityChanged.class,
            "NotifyPriorityCharging",
            "{\"transactionId\":\"tx\",\"activated\":true}"),
        Arguments.of(
            ExternalLimitEvent.Announced.class,
            "NotifyChargingLimit",
            "{\"chargingLimit\":{\"chargingLimitSource\":\"SO\"}}"));
  }

  @Test
  void keepsItsOwnCallsAndTheirAnswersToItself() {
    bench.connect();
    startTransaction();
    bench.atCsms.clear();

    var outcome = bench.cap(10).toCompletableFuture();
    bench.station("[3,\"own-1\"," + ACCEPTED + "]");
    bench.station("[3,\"own-1\"," + ACCEPTED + "]");

    assertThat(outcome.join()).isInstanceOf(IntentOutcome.Accepted.class);
    assertThat(bench.atStation.getLast()).contains("own-1", "SetChargingProfile");
    assertThat(bench.atCsms).isEmpty();
  }

  @Test
  void letsACallOfTheCsmsWaitWhileOneOfOursIsUnderWay() {
    bench.connect();
    startTransaction();
    bench.atStation.clear();
    bench.cap(10);

    bench.csms("[2,\"c1\",\"ClearCache\",{}]");
    int before = bench.atStation.size();
    bench.station("[3,\"own-1\"," + ACCEPTED + "]");

    assertThat(before).isEqualTo(1);
    assertThat(bench.atStation.getLast()).isEqualTo("[2,\"c1\",\"ClearCache\",{}]");
  }

  @Test
  void waitsWithItsOwnCallWhileOneOfTheCsmsIsUnderWay() {
    bench.connect();
    startTransaction();
    bench.atStation.clear();
    bench.csms("[2,\"c1\",\"ClearCache\",{}]");
    bench.csms("[2,\"c2\",\"ClearCache\",{}]");

    bench.cap(10);
    bench.station("[3,\"c1\"," + ACCEPTED + "]");

    assertThat(bench.atStation).hasSize(2);
    assertThat(bench.atStation.getLast()).contains("own-1");
    bench.station("[3,\"own-1\"," + ACCEPTED + "]");
    assertThat(bench.atStation.getLast()).contains("\"c2\"");
  }

  @Test
  void givesTheTurnBackWhenTheStationDoesNotAnswerTheCsmsAndStillPassesALateAnswerOn() {
    bench.connect();
    startTransaction();
    bench.csms("[2,\"c1\",\"ClearCache\",{}]");
    bench.cap(10);
    bench.atCsms.clear();

    bench.ring(Duration.ofSeconds(30));
    bench.station("[3,\"c1\"," + ACCEPTED + "]");

    assertThat(bench.atStation.getLast()).contains("own-1");
    assertThat(bench.atCsms).containsExactly("[3,\"c1\"," + ACCEPTED + "]");
  }

  @Test
  void tellsTheCsmsThatTheStationIsBusyWhenItsCallWaitsTooLongOrTooManyDo() {
    bench.settings = ProxySettings.DEFAULT.withCalls(Duration.ofSeconds(5), 1);
    bench.connect();
    startTransaction();
    bench.cap(10);
    bench.atCsms.clear();

    bench.csms("[2,\"c1\",\"ClearCache\",{}]");
    bench.csms("[2,\"c2\",\"ClearCache\",{}]");
    bench.ring(Duration.ofSeconds(5));

    assertThat(bench.atCsms)
        .satisfiesExactly(
            it -> assertThat(it).startsWith("[4,\"c2\",\"GenericError\",\"1 calls"),
            it -> assertThat(it).startsWith("[4,\"c1\",\"GenericError\",\"The station was busy"));
    assertThat(bench.counters.refused()).containsEntry("station busy", 2L);
  }

  @Test
  void refusesACallOfTheCsmsThatItCannotJudgeOrThatBearsAnIdOfOurs() {
    bench.connect();
    String ours = new OwnIds().get();

    bench.csms("[2,\"" + "x".repeat(37) + "\",\"SetChargingProfile\",{}]");
    bench.csms("[2,\"" + ours + "\",\"ClearCache\",{}]");

    assertThat(bench.atStation).isEmpty();
    assertThat(bench.atCsms).hasSize(2).allSatisfy(it -> assertThat(it).startsWith("[4,"));
  }

  @Test
  void givesIdsOfOneFormThatFitIntoAMessage() {
    assertThat(new OwnIds().get()).hasSizeLessThanOrEqualTo(36).matches(OwnIds::isOne);
  }

  @Test
  void doesNotLetInWhomTheCsmsRefuses() {
    bench.csmsRefuses(401);

    Welcome welcome = bench.connect();

    assertThat(welcome).isEqualTo(new Welcome.TurnedAway(401, "refused by the CSMS"));
  }

  @Test
  void turnsStationsAwayAndClosesThemUnderThePolicyClose() {
    bench.settings = ProxySettings.DEFAULT.withPolicy(LossPolicy.CLOSE);
    bench.connect();

    bench.loseCsms();
    Welcome again = bench.connect();

    assertThat(bench.closedWith).contains("1001 the CSMS is away");
    assertThat(again).isEqualTo(new Welcome.TurnedAway(503, "the CSMS is away"));
  }

  @Test
  void hangsUpWhenTheStationLeaves() {
    bench.connect();

    bench.stationLeaves();

    assertThat(bench.counters.upstreamsOpen()).isZero();
    assertThat(bench.counters.upstreamLosses()).isZero();
    assertThat(bench.dialled).hasSize(1);
  }

  private void startTransaction() {
    bench.station(START);
    bench.csms(STARTED);
  }

  static List<String> idsOf(List<String> frames) {
    return frames.stream().map(it -> it.split("\"", 3)[1]).toList();
  }
}
