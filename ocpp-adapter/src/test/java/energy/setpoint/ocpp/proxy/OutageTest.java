package energy.setpoint.ocpp.proxy;

import static energy.setpoint.ocpp.proxy.ProxyBench.FIRST_LOCAL_ID;
import static energy.setpoint.ocpp.proxy.RelayTest.idsOf;
import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.event.TransactionStarted;
import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.dialect.OcppDialect;
import energy.setpoint.ocpp.proxy.ProxySettings.Room;
import energy.setpoint.ocpp.proxy.outage.KeptMessage;
import energy.setpoint.ocpp.proxy.outage.KeptProfile;
import energy.setpoint.ocpp.proxy.outage.MemoryStore;
import energy.setpoint.ocpp.proxy.outage.ProxyStore;
import energy.setpoint.ocpp.proxy.outage.TransactionAlias;
import energy.setpoint.ocpp.v16.Ocpp16Dialect;
import energy.setpoint.ocpp.v201.Ocpp201Dialect;
import energy.setpoint.ocpp.v21.Ocpp21Dialect;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OutageTest {

  private final ProxyBench bench = new ProxyBench();

  @Test
  void answersInPlaceOfACsmsThatIsAway() {
    bench.connect();
    bench.loseCsms();

    bench.station("[2,\"h\",\"Heartbeat\",{}]");
    bench.station("[2,\"a\",\"Authorize\",{\"idTag\":\"T\"}]");

    assertThat(bench.atStation)
        .containsExactly(
            "[3,\"h\",{\"currentTime\":\"2026-06-01T10:00:00Z\"}]",
            "[3,\"a\",{\"idTagInfo\":{\"status\":\"Accepted\"}}]");
    assertThat(bench.counters.answeredHere()).containsOnlyKeys("Heartbeat", "Authorize");
  }

  @Test
  void answersWhatTheCsmsHadNotAnsweredWhenItWasLost() {
    bench.connect();
    bench.station(start("s1"));

    bench.loseCsms();

    assertThat(bench.atStation)
        .singleElement()
        .asString()
        .contains("\"s1\"", "\"transactionId\":" + FIRST_LOCAL_ID);
    assertThat(bench.counters.kept()).isEqualTo(1);
  }

  @Test
  void deliversWhatItKeptInOrderBeforeAnythingNewer() {
    bench.connect();
    bench.loseCsms();
    bench.station(start("s1"));
    bench.station(meter("m1", FIRST_LOCAL_ID));
    bench.restoreCsms();

    bench.station(stop("s2", FIRST_LOCAL_ID));
    bench.station("[2,\"h\",\"Heartbeat\",{}]");
    bench.csms(started("s1", 55));
    bench.csms("[3,\"m1\",{}]");
    bench.csms("[3,\"s2\",{}]");
    bench.station("[2,\"h2\",\"Heartbeat\",{}]");

    assertThat(idsOf(bench.atCsms)).containsExactly("s1", "m1", "s2", "h2");
    assertThat(bench.atCsms.getFirst()).isEqualTo(start("s1"));
    assertThat(bench.counters.replayed()).isEqualTo(3);
  }

  @Test
  void namesATransactionThatBeganAloneByTheNumberOfTheCsmsAndBack() {
    bench.connect();
    bench.loseCsms();
    bench.station(start("s1"));
    bench.restoreCsms();
    bench.csms(started("s1", 55));

    bench.station(meter("m1", FIRST_LOCAL_ID));
    bench.csms("[2,\"c1\",\"RemoteStopTransaction\",{\"transactionId\":55}]");

    assertThat(bench.atCsms.getLast()).contains("\"m1\"", "\"transactionId\":55");
    assertThat(bench.atStation.getLast())
        .isEqualTo(
            "[2,\"c1\",\"RemoteStopTransaction\",{\"transactionId\":" + FIRST_LOCAL_ID + "}]");
    assertThat(bench.counters.rewritten()).containsEntry("transaction id", 2L);
  }

  @Test
  void knowsTheRunningTransactionByTheNumberThatTheStationKnows() {
    bench.connect();
    bench.loseCsms();
    bench.station(start("s1"));
    bench.restoreCsms();
    bench.csms(started("s1", 55));

    bench.cap(10, String.valueOf(FIRST_LOCAL_ID));

    assertThat(bench.atStation.getLast()).contains("\"transactionId\":" + FIRST_LOCAL_ID);
    assertThat(bench.events)
        .filteredOn(TransactionStarted.class::isInstance)
        .singleElement()
        .extracting(it -> ((TransactionStarted) it).transactionId())
        .isEqualTo(String.valueOf(FIRST_LOCAL_ID));
  }

  @Test
  void deliversAfterARestartWhatWasStoredAndRemembersNumbers() {
    bench.connect();
    bench.loseCsms();
    bench.station(start("s1"));
    bench.restoreCsms();
    bench.csms(started("s1", 55));
    bench.loseCsms();
    bench.station(meter("m1", FIRST_LOCAL_ID));
    bench.stationLeaves();

    var after = new ProxyBench();
    after.store = bench.store;
    after.connect();
    after.csms("[3,\"m1\",{}]");
    after.station(stop("s2", FIRST_LOCAL_ID));

    assertThat(idsOf(after.atCsms)).containsExactly("m1", "s2");
    assertThat(after.atCsms).allSatisfy(it -> assertThat(it).contains("\"transactionId\":55"));
  }

  @Test
  void acknowledgesNothingThatItCouldNotStore() {
    bench.store = new BrokenStore();
    bench.connect();
    bench.loseCsms();

    bench.station(start("s1"));

    assertThat(bench.atStation)
        .singleElement()
        .asString()
        .startsWith("[4,\"s1\",\"InternalError\"");
    assertThat(bench.counters.dropped()).containsEntry("not stored", 1L);
  }

  @Test
  void keepsATransactionsEndThatItDoesNotUnderstandInItsPlace() {
    bench.connect();
    bench.loseCsms();
    String odd = stop("s2", FIRST_LOCAL_ID).replace("}]", ",\"reason\":\"Boredom\"}]");
    bench.station(start("s1"));
    bench.station(odd);
    bench.station(meter("m1", FIRST_LOCAL_ID));

    bench.restoreCsms();
    bench.csms(started("s1", 55));
    bench.csms("[3,\"s2\",{}]");

    assertThat(bench.atStation.get(1)).isEqualTo("[3,\"s2\",{}]");
    assertThat(idsOf(bench.atCsms)).containsExactly("s1", "s2", "m1");
    assertThat(bench.atCsms.get(1)).contains("Boredom", "\"transactionId\":55");
    assertThat(bench.counters.unheard()).containsEntry("kept, but not understood", 1L);
    assertThat(bench.counters.dropped()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("misread")
  void keepsWhatOnlyItWouldRefuse(OcppDialect dialect, String action, String payload) {
    bench.dialect = dialect;
    bench.connect();
    bench.loseCsms();
    String message = "[2,\"k\",\"" + action + "\", " + payload + "]";

    bench.station(message);
    bench.restoreCsms();

    assertThat(bench.atStation).containsExactly("[3,\"k\",{}]");
    assertThat(bench.atCsms).containsExactly(message);
  }

  static Stream<Arguments> misread() {
    String event = "{\"eventType\":\"Updated\",\"triggerReason\":\"Whim\"}";
    String alarm = "{\"type\":\"" + "x".repeat(300) + "\",\"timestamp\":\"2026-06-01T10:00:00Z\"}";
    return Stream.of(
        Arguments.of(new Ocpp16Dialect(), "SecurityEventNotification", alarm),
        Arguments.of(new Ocpp201Dialect(), "TransactionEvent", event),
        Arguments.of(new Ocpp201Dialect(), "SecurityEventNotification", alarm),
        Arguments.of(new Ocpp21Dialect(), "TransactionEvent", event),
        Arguments.of(new Ocpp21Dialect(), "SecurityEventNotification", alarm),
        Arguments.of(new Ocpp21Dialect(), "NotifySettlement", "{}"));
  }

  @Test
  void letsTheStationRepeatAStartThatItDoesNotUnderstand() {
    bench.connect();
    bench.loseCsms();

    bench.station("[2,\"s1\",\"StartTransaction\",{}]");
    bench.restoreCsms();

    assertThat(bench.atStation).singleElement().asString().startsWith("[4,\"s1\"");
    assertThat(bench.atCsms).isEmpty();
    assertThat(bench.counters.dropped()).containsEntry("refused here", 1L);
  }

  @Test
  void givesUpMeasurementsEvenlyBeforeTransactionsWhenThereIsNoRoom() {
    bench.settings = ProxySettings.DEFAULT.withRoom(new Room(4, 100_000));
    bench.connect();
    bench.loseCsms();
    bench.station(start("s1"));
    bench.station(meter("m1", FIRST_LOCAL_ID));
    bench.station(meter("m2", FIRST_LOCAL_ID));
    bench.station(meter("m3", FIRST_LOCAL_ID));

    bench.station(stop("s2", FIRST_LOCAL_ID));
    bench.restoreCsms();
    bench.csms(started("s1", 55));
    bench.csms("[3,\"m2\",{}]");

    assertThat(idsOf(bench.atCsms)).containsExactly("s1", "m2", "s2");
    assertThat(bench.counters.dropped()).containsOnlyKeys("gave way");
  }

  @Test
  void refusesATransactionForWhichThereIsNoRoomSoThatTheStationKeepsIt() {
    bench.settings = ProxySettings.DEFAULT.withRoom(new Room(1, 100_000));
    bench.connect();
    bench.loseCsms();
    bench.station(start("s1"));

    bench.station(stop("s2", FIRST_LOCAL_ID));

    assertThat(bench.atStation.getLast()).startsWith("[4,\"s2\",\"InternalError\"");
    assertThat(bench.counters.dropped()).containsEntry("no room", 1L);
  }

  @Test
  void tellsTheNewestStatesAfterTheTransactions() {
    bench.connect();
    bench.loseCsms();
    bench.station(status("t1", "Preparing"));
    bench.station(start("s1"));
    bench.station(status("t2", "Charging"));

    bench.restoreCsms();
    bench.csms(started("s1", 55));

    assertThat(idsOf(bench.atCsms)).containsExactly("s1", "t2");
  }

  @Test
  void triesAgainWhatTheCsmsRefusedAndGivesItUpAfterThreeAttempts() {
    bench.connect();
    bench.loseCsms();
    bench.station(start("s1"));
    bench.station(stop("s2", FIRST_LOCAL_ID));
    bench.restoreCsms();

    for (int attempt = 0; attempt < 3; attempt++) {
      bench.csms("[4,\"s1\",\"InternalError\",\"\",{}]");
      bench.ring(Duration.ofSeconds(1));
    }

    assertThat(idsOf(bench.atCsms)).containsExactly("s1", "s1", "s1", "s2");
    assertThat(bench.counters.dropped()).containsEntry("refused by the CSMS", 1L);
  }

  @Test
  void deliversAgainWhatWasNotAnsweredBeforeTheCsmsWasLostAgain() {
    bench.connect();
    bench.loseCsms();
    bench.station(start("s1"));
    bench.restoreCsms();

    bench.loseCsms();
    bench.restoreCsms();

    assertThat(bench.atCsms).containsExactly(start("s1"), start("s1"));
  }

  @Test
  void losesNoTransactionToACsmsThatIsTooSlowToAnswerHoweverOften() {
    bench.connect();
    bench.loseCsms();
    bench.station(start("s1"));
    bench.restoreCsms();

    for (int slow = 0; slow < 4; slow++) {
      bench.ring(Duration.ofSeconds(30));
      bench.restoreCsms();
    }
    bench.csms(started("s1", 55));
    bench.station(meter("m1", FIRST_LOCAL_ID));

    assertThat(idsOf(bench.atCsms)).containsExactly("s1", "s1", "s1", "s1", "s1", "m1");
    assertThat(bench.atCsms.getLast()).contains("\"transactionId\":55");
    assertThat(bench.counters.dropped()).isEmpty();
  }

  @Test
  void tellsAStateAgainThatTheCsmsDidNotAnswerBeforeItWasLostAgain() {
    bench.connect();
    bench.loseCsms();
    bench.station(status("t1", "Preparing"));
    bench.restoreCsms();

    bench.loseCsms();
    bench.restoreCsms();

    assertThat(idsOf(bench.atCsms)).containsExactly("t1", "t1");
  }

  @Test
  void tellsOnlyTheNewerStateWhenTheOlderWasInterrupted() {
    bench.connect();
    bench.loseCsms();
    bench.station(status("t1", "Preparing"));
    bench.restoreCsms();
    bench.station(status("t2", "Charging"));

    bench.loseCsms();
    bench.restoreCsms();

    assertThat(idsOf(bench.atCsms)).containsExactly("t1", "t2");
  }

  @Test
  void deliversEachMessageOnOneLineOnlyWhenTheStationComesAgainMeanwhile() {
    bench.connect();
    bench.loseCsms();
    bench.station(start("s1"));
    bench.station(meter("m1", FIRST_LOCAL_ID));
    bench.restoreCsms();
    var formerLine = bench.line();

    bench.comeIn();
    formerLine.receive(started("s1", 54));
    bench.csms(started("s1", 55));

    assertThat(idsOf(bench.atCsms)).containsExactly("s1", "s1", "m1");
    assertThat(bench.atCsms.getLast()).contains("\"transactionId\":55");
  }

  /** Its thread is busy: an answer of the CSMS and the end of the connection come late. */
  @Test
  void deliversNothingAgainThatAConnectionWhichEndsLateHasDelivered() {
    bench.connect();
    bench.loseCsms();
    bench.station(start("s1"));
    bench.restoreCsms();
    var formerLine = bench.line();
    var goOn = bench.delayConnection();
    formerLine.receive(started("s1", 55));

    bench.comeInWhenReady();
    goOn.run();
    bench.station(stop("s2", FIRST_LOCAL_ID));

    assertThat(idsOf(bench.atCsms)).containsExactly("s1", "s2");
    assertThat(bench.atCsms.getLast()).contains("\"transactionId\":55");
  }

  @Test
  void keepsNothingThatAStationSaysOnAConnectionThatANewerOneHasReplaced() {
    bench.connect();
    bench.loseCsms();
    var former = bench.connection();

    bench.comeIn();
    former.receive(start("s1"));
    bench.station(start("s2"));
    bench.restoreCsms();

    assertThat(idsOf(bench.atCsms)).containsExactly("s2");
    assertThat(bench.closedWith).contains("1008 replaced by a newer connection");
  }

  @Test
  void leavesTheConnectedStationAloneWhenTheCsmsRefusesAStrangerWithItsName() {
    bench.connect();
    bench.csmsRefuses(401);

    bench.comeIn();
    bench.station("[2,\"h\",\"Heartbeat\",{}]");

    assertThat(idsOf(bench.atCsms)).containsExactly("h");
    assertThat(bench.closedWith).isEmpty();
  }

  @Test
  void takesAStationInThatComesWhileTheCsmsIsAway() {
    bench.csmsIsAway();
    bench.connect();

    bench.station("[2,\"h\",\"Heartbeat\",{}]");
    bench.restoreCsms();
    bench.station("[2,\"h2\",\"Heartbeat\",{}]");

    assertThat(bench.atStation).hasSize(1);
    assertThat(idsOf(bench.atCsms)).containsExactly("h2");
  }

  static String start(String id) {
    return "[2,\"%s\",\"StartTransaction\",{\"connectorId\":1,\"idTag\":\"T\",\"meterStart\":0,\"timestamp\":\"2026-06-01T10:00:00Z\"}]"
        .formatted(id);
  }

  static String started(String id, int transaction) {
    return "[3,\"%s\",{\"idTagInfo\":{\"status\":\"Accepted\"},\"transactionId\":%d}]"
        .formatted(id, transaction);
  }

  private static String meter(String id, int transaction) {
    return "[2,\"%s\",\"MeterValues\",{\"connectorId\":1,\"transactionId\":%d,\"meterValue\":[{\"timestamp\":\"2026-06-01T10:10:00Z\",\"sampledValue\":[{\"value\":\"5\"}]}]}]"
        .formatted(id, transaction);
  }

  private static String stop(String id, int transaction) {
    return "[2,\"%s\",\"StopTransaction\",{\"transactionId\":%d,\"meterStop\":9,\"timestamp\":\"2026-06-01T11:00:00Z\"}]"
        .formatted(id, transaction);
  }

  private static String status(String id, String status) {
    return "[2,\"%s\",\"StatusNotification\",{\"connectorId\":1,\"errorCode\":\"NoError\",\"status\":\"%s\"}]"
        .formatted(id, status);
  }

  /** A store whose disk is full. */
  private static final class BrokenStore implements ProxyStore {

    private final ProxyStore rest = new MemoryStore();

    @Override
    public CompletionStage<Kept> load(StationId station) {
      return rest.load(station);
    }

    @Override
    public CompletionStage<Void> keep(StationId station, KeptMessage message) {
      return CompletableFuture.failedFuture(new IllegalStateException("disk full"));
    }

    @Override
    public CompletionStage<Void> settle(
        StationId station, long number, Optional<TransactionAlias> learned) {
      return rest.settle(station, number, learned);
    }

    @Override
    public CompletionStage<Void> forget(StationId station, TransactionAlias alias) {
      return rest.forget(station, alias);
    }

    @Override
    public CompletionStage<Void> saveProfile(StationId station, KeptProfile profile) {
      return rest.saveProfile(station, profile);
    }

    @Override
    public CompletionStage<Void> removeProfile(StationId station, int profileId) {
      return rest.removeProfile(station, profileId);
    }
  }
}
