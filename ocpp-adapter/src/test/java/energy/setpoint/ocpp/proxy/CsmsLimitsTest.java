package energy.setpoint.ocpp.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.intent.SetFallback;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.dialect.trait.Fact;
import energy.setpoint.ocpp.dialect.trait.TraitClaims;
import energy.setpoint.ocpp.traits.Quirks;
import energy.setpoint.ocpp.traits.StationKnowledge;
import energy.setpoint.ocpp.traits.Told;
import energy.setpoint.ocpp.traits.Wiring;
import energy.setpoint.ocpp.v21.Ocpp21Dialect;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CsmsLimitsTest {

  private static final String ACCEPTED = "{\"status\":\"Accepted\"}";
  private static final String RELATIVE = "\"chargingProfileKind\":\"Relative\"";

  private static final String UNTIL_FIVE_PAST = RELATIVE + ",\"validTo\":\"2026-06-01T10:05:00Z\"";

  private static final Duration TWO_SECONDS = Duration.ofSeconds(2);
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(30);

  private final ProxyBench bench = new ProxyBench();

  @Test
  void allowsNoMoreThanTheCsmsAndSaysSoAsALoss() {
    charging();
    csmsSets("TxProfile", 5, RELATIVE, "A", 8);

    var outcome = bench.cap(16).toCompletableFuture();
    bench.station("[3,\"own-1\"," + ACCEPTED + "]");

    assertThat(bench.atStation.getLast()).contains("\"limit\":8}");
    assertThat(((IntentOutcome.Accepted) outcome.join()).losses())
        .containsExactly("The CSMS allows less: its limits hold.");
    assertThat(bench.counters.bounded()).isEqualTo(1);
  }

  @Test
  void allowsLessThanTheCsmsWhereTheFuseAsksForIt() {
    charging();
    csmsSets("TxDefaultProfile", 5, RELATIVE, "A", 8);

    bench.cap(6);

    assertThat(bench.atStation.getLast()).contains("\"limit\":6}");
    assertThat(bench.counters.bounded()).isZero();
  }

  @Test
  void takesWattsOfTheCsmsForThoseOfAllPhases() {
    charging();
    csmsSets("TxProfile", 5, RELATIVE, "W", 6900);

    bench.cap(16);

    assertThat(bench.atStation.getLast()).contains("\"limit\":10}");
  }

  @Test
  void sendsWhatHoldsAgainWhenTheCsmsChangesWhatItAllows() {
    charging();
    bench.cap(16);
    bench.station("[3,\"own-1\"," + ACCEPTED + "]");

    csmsSets("TxProfile", 5, RELATIVE, "A", 7);
    bench.station("[3,\"own-2\"," + ACCEPTED + "]");
    bench.csms("[2,\"c9\",\"ClearChargingProfile\",{\"stackLevel\":2}]");

    assertThat(bench.atStation).hasSize(3);
    assertThat(bench.atStation.get(1)).contains("\"limit\":7}");
    assertThat(bench.atStation.get(2)).contains("\"limit\":16}");
  }

  @Test
  void sendsNothingAgainThatANewerIntentHasReplacedMeanwhile() {
    charging();
    bench.cap(20);
    bench.cap(6);

    csmsSets("TxDefaultProfile", 5, RELATIVE, "A", 30);
    bench.station("[3,\"own-1\"," + ACCEPTED + "]");
    bench.station("[3,\"own-2\"," + ACCEPTED + "]");

    assertThat(bench.atStation).hasSize(2);
    assertThat(bench.atStation.getLast()).contains("\"limit\":6}");
  }

  @Test
  void triesAFallbackAgainThatDidNotGetThroughWhenTheCsmsLoweredItsLimit() {
    fallbackOf(16);
    csmsSets("TxDefaultProfile", 5, RELATIVE, "A", 10);
    bench.station("[3,\"own-2\",{\"status\":\"Rejected\"}]");
    bench.ring(TWO_SECONDS);
    bench.ring(CALL_TIMEOUT);
    bench.ring(Duration.ofSeconds(4));
    bench.station("[3,\"own-4\"," + ACCEPTED + "]");

    bench.ring(Duration.ofMinutes(1));

    assertThat(bench.atStation)
        .hasSize(3)
        .allSatisfy(it -> assertThat(it).contains("480000", "\"limit\":10}"));
    assertThat(bench.counters.resendFailures())
        .containsExactlyInAnyOrderEntriesOf(Map.of("refused", 1L, "unanswered", 1L));
  }

  @Test
  void triesAFallbackNoMoreThatTheEngineHasReplaced() {
    fallbackOf(16);
    csmsSets("TxDefaultProfile", 5, RELATIVE, "A", 10);
    bench.station("[3,\"own-2\",{\"status\":\"Rejected\"}]");
    bench.send(fallback(6));
    bench.station("[3,\"own-3\"," + ACCEPTED + "]");

    bench.ring(TWO_SECONDS);

    assertThat(bench.atStation).hasSize(2);
    assertThat(bench.atStation.getLast()).contains("480000", "\"limit\":6}");
  }

  @Test
  void sendsWhatHoldsAgainOnceHoweverOftenTheCsmsChangesItsMindMeanwhile() {
    charging();
    bench.cap(16);
    csmsSets("TxDefaultProfile", 5, RELATIVE, "A", 12);
    csmsSets("TxDefaultProfile", 5, RELATIVE, "A", 11);
    csmsSets("TxDefaultProfile", 5, RELATIVE, "A", 10);

    bench.station("[3,\"own-1\"," + ACCEPTED + "]");
    bench.station("[3,\"own-2\"," + ACCEPTED + "]");

    assertThat(bench.atStation).hasSize(2);
    assertThat(bench.atStation.getLast()).contains("\"limit\":10}");
  }

  @Test
  void sendsOnlyWhatIsOtherThanTheStationHasIt() {
    fallbackOf(8);
    bench.cap(16);
    bench.station("[3,\"own-2\"," + ACCEPTED + "]");

    csmsSets("TxDefaultProfile", 5, RELATIVE, "A", 12);
    bench.station("[3,\"own-3\"," + ACCEPTED + "]");
    csmsSets("TxDefaultProfile", 5, RELATIVE, "A", 12);

    assertThat(bench.atStation).hasSize(2);
    assertThat(bench.atStation.getLast()).contains("480001", "\"limit\":12}");
  }

  @Test
  void letsNewIntentsGoBeforeThoseThatAreSentAgain() {
    fallbackOf(16);
    bench.cap(16);
    csmsSets("TxDefaultProfile", 5, RELATIVE, "A", 10);
    bench.cap(6);

    bench.station("[3,\"own-2\"," + ACCEPTED + "]");
    bench.station("[3,\"own-3\"," + ACCEPTED + "]");

    assertThat(bench.atStation.get(1)).contains("480001", "\"limit\":6}");
    assertThat(bench.atStation.get(2)).contains("480000", "\"limit\":10}");
  }

  @Test
  void sendsNothingAgainThatTheStationHasRefused() {
    charging();
    bench.cap(6);
    bench.station("[3,\"own-1\"," + ACCEPTED + "]");
    bench.cap(20);
    bench.station("[3,\"own-2\",{\"status\":\"Rejected\"}]");

    csmsSets("TxDefaultProfile", 5, RELATIVE, "A", 30);

    assertThat(bench.atStation).hasSize(2);
  }

  @Test
  void letsGoOfATransactionsLimitWhenTheTransactionEnds() {
    charging();
    csmsSets("TxProfile", 5, RELATIVE, "A", 8);
    bench.station(
        "[2,\"e\",\"StopTransaction\",{\"transactionId\":7,\"meterStop\":1,"
            + "\"timestamp\":\"2026-06-01T10:00:00Z\"}]");
    bench.csms("[3,\"e\",{}]");
    bench.station(OutageTest.start("s2"));
    bench.csms(OutageTest.started("s2", 8));

    bench.cap(16, "8");

    assertThat(bench.atStation.getLast()).contains("\"limit\":16}");
  }

  @Test
  void mindsOnlyThePeriodsThatMayHoldDuringTheLease() {
    charging();
    String tomorrow = "\"chargingProfileKind\":\"Absolute\",\"validFrom\":\"2026-06-02T00:00:00Z\"";
    csmsSets("TxDefaultProfile", 5, tomorrow, "A", 8);

    bench.cap(16);

    assertThat(bench.atStation.getLast()).contains("\"limit\":16}");
  }

  @Test
  void remembersTheLimitsOfTheCsmsAcrossARestart() {
    charging();
    csmsSets("TxDefaultProfile", 5, RELATIVE, "A", 8);
    bench.stationLeaves();

    var after = new ProxyBench();
    after.store = bench.store;
    start(after);
    after.cap(16);

    assertThat(after.atStation.getLast()).contains("\"limit\":8}");
  }

  @Test
  void remembersAcrossARestartTheLimitThatTookThePlaceOfAnotherWhateverTheirIds() {
    charging();
    csmsSets("TxDefaultProfile", 20, RELATIVE, "A", 14);
    csmsSets("TxDefaultProfile", 5, RELATIVE, "A", 8);
    bench.stationLeaves();

    var after = new ProxyBench();
    after.store = bench.store;
    start(after);
    after.cap(16);

    assertThat(after.atStation.getLast()).contains("\"limit\":8}");
    assertThat(bench.store.load(ProxyBench.CP1).toCompletableFuture().join().profiles()).hasSize(1);
  }

  @Test
  void keepsTheProfileOfARemoteStartForTheTransactionThatFollows() {
    bench.connect();
    bench.csms(
        "[2,\"c1\",\"RemoteStartTransaction\",{\"idTag\":\"T\",\"connectorId\":1,"
            + "\"chargingProfile\":"
            + profile("TxProfile", 5, RELATIVE, "A", 9)
            + "}]");
    bench.station("[3,\"c1\"," + ACCEPTED + "]");
    String sent = bench.atStation.getLast();
    bench.station(OutageTest.start("s"));
    bench.csms(OutageTest.started("s", 7));

    bench.cap(16);

    assertThat(sent)
        .isEqualTo("[2,\"c1\",\"RemoteStartTransaction\",{\"idTag\":\"T\",\"connectorId\":1}]");
    assertThat(bench.atStation.getLast()).contains("\"limit\":9}");
  }

  @Test
  void remembersTheLimitOfARemoteStartWhenTheStationConnectsAgain() {
    bench.connect();
    bench.csms(
        "[2,\"c1\",\"RemoteStartTransaction\",{\"idTag\":\"T\",\"connectorId\":1,"
            + "\"chargingProfile\":"
            + profile("TxProfile", 5, RELATIVE, "A", 9)
            + "}]");
    bench.station("[3,\"c1\"," + ACCEPTED + "]");
    bench.station(OutageTest.start("s"));
    bench.csms(OutageTest.started("s", 7));
    bench.stationLeaves();

    bench.comeIn();
    bench.station("[2,\"h\",\"Heartbeat\",{}]");
    bench.cap(16);

    assertThat(bench.atStation.getLast()).contains("\"limit\":9}");
  }

  @Test
  void clearsTheCsmssOwnProfilesFromTheStationOneByOneButNoneOfOurs() {
    charging();
    bench.csms(maximum(6, 0, 20));
    bench.station("[3,\"c\"," + ACCEPTED + "]");
    bench.atStation.clear();
    bench.atCsms.clear();

    bench.csms("[2,\"c9\",\"ClearChargingProfile\",{}]");
    bench.station("[3,\"own-1\"," + ACCEPTED + "]");

    assertThat(bench.atStation)
        .containsExactly("[2,\"own-1\",\"ClearChargingProfile\",{\"id\":6}]");
    assertThat(bench.atCsms).containsExactly("[3,\"c9\"," + ACCEPTED + "]");
  }

  @Test
  void answersAStationThatPullsTheUpdateOfAProfileOfOursInPlaceOfTheCsms() {
    bench.dialect = new Ocpp21Dialect();
    bench.connect();

    bench.station("[2,\"p1\",\"PullDynamicScheduleUpdate\",{\"chargingProfileId\":480001}]");
    bench.station("[2,\"p2\",\"PullDynamicScheduleUpdate\",{\"chargingProfileId\":12}]");

    assertThat(bench.atStation).hasSize(1).first().asString().startsWith("[3,\"p1\"");
    assertThat(bench.atCsms).hasSize(1).first().asString().contains("\"p2\"");
  }

  @Test
  void clearsAProfileInTheStationEvenWhenTheCsmsIsLostBeforeItsTurn() {
    charging();
    bench.csms(maximum(6, 0, 20));
    bench.station("[3,\"c\"," + ACCEPTED + "]");
    bench.csms("[2,\"c8\",\"ClearCache\",{}]");
    bench.csms("[2,\"c9\",\"ClearChargingProfile\",{}]");
    bench.atStation.clear();

    bench.loseCsms();
    bench.station("[3,\"c8\"," + ACCEPTED + "]");

    assertThat(bench.atStation)
        .containsExactly("[2,\"own-1\",\"ClearChargingProfile\",{\"id\":6}]");
  }

  @Test
  void putsItsOwnLimitOfTheStationAboveThatOfTheCsmsAndNoHigher() {
    charging();
    bench.csms(maximum(6, 0, 20));
    bench.station("[3,\"c\"," + ACCEPTED + "]");

    bench.capStation(32);

    assertThat(bench.atStation.getLast())
        .contains("\"chargingProfileId\":479999", "\"stackLevel\":1", "\"limit\":20}");
  }

  @Test
  void lowersItsOwnLimitOfTheStationWhenTheCsmsLowersWhatIsBelowIt() {
    charging();
    bench.capStation(32);
    bench.station("[3,\"own-1\"," + ACCEPTED + "]");

    bench.csms(maximum(6, 0, 20));
    bench.station("[3,\"c\"," + ACCEPTED + "]");

    assertThat(bench.atStation.getLast()).contains("479999", "\"limit\":20}");
  }

  @Test
  void keepsALimitOfTheStationHereThatWouldHideOrReplaceOurs() {
    charging();

    bench.csms(maximum(6, 1, 20));
    bench.capStation(32);

    assertThat(bench.atCsms).containsExactly("[3,\"c\"," + ACCEPTED + "]");
    assertThat(bench.atStation)
        .singleElement()
        .asString()
        .contains("\"chargingProfileId\":479999", "\"limit\":20}");
  }

  @Test
  void lowersOneEvseWhenAnotherTakesPartInTheLimitOfTheStation() {
    bench.knowledge = knowledge(2);
    charging();
    bench.csms(maximum(6, 0, 20));
    bench.station("[3,\"c\"," + ACCEPTED + "]");
    bench.cap(16);
    bench.station("[3,\"own-1\"," + ACCEPTED + "]");
    String alone = bench.atStation.getLast();

    bench.station(OutageTest.start("s2").replace("\"connectorId\":1", "\"connectorId\":2"));
    bench.csms(OutageTest.started("s2", 8));

    assertThat(alone).contains("\"limit\":16}");
    assertThat(bench.atStation.getLast())
        .contains("SetChargingProfile", "\"connectorId\":1", "\"limit\":10}");
  }

  @Test
  void setsNoLimitOfTheStationOverOneOfTheCsmsThatNothingCanBeAbove() {
    bench.knowledge = knowledge(1);
    charging();
    bench.csms(maximum(6, 0, 20));
    bench.station("[3,\"c\"," + ACCEPTED + "]");
    bench.atStation.clear();
    learn("ChargeProfileMaxStackLevel", "0");

    var outcome = bench.capStation(32).toCompletableFuture();

    assertThat(bench.atStation).isEmpty();
    assertThat(((IntentOutcome.NotSent) outcome.join()).reason()).contains("stack level 0");
  }

  @Test
  void sharesEvenlyALimitThatTheStationNeverSawEvenIfItTurnsOutToHaveALevelForIt() {
    bench.knowledge = knowledge(2);
    charging();
    bench.station(OutageTest.start("s2").replace("\"connectorId\":1", "\"connectorId\":2"));
    bench.csms(OutageTest.started("s2", 8));
    bench.send(cap(2, "8", 4));
    bench.csms(maximum(6, 3, 20));
    learn("ChargeProfileMaxStackLevel", "8");
    bench.stationLeaves();

    bench.comeIn();
    bench.cap(16);

    assertThat(bench.atStation.getLast()).contains("\"chargingProfileId\":480001", "\"limit\":10}");
  }

  @Test
  void clearsALimitFromTheStationThatHasItEvenIfItTurnsOutToHaveNoLevelForIt() {
    bench.knowledge = knowledge(1);
    charging();
    bench.csms(maximum(6, 0, 20));
    bench.station("[3,\"c\"," + ACCEPTED + "]");
    learn("ChargeProfileMaxStackLevel", "0");
    bench.stationLeaves();
    bench.comeIn();
    bench.atStation.clear();

    bench.csms("[2,\"c9\",\"ClearChargingProfile\",{}]");

    assertThat(bench.atStation)
        .containsExactly("[2,\"own-1\",\"ClearChargingProfile\",{\"id\":6}]");
  }

  @Test
  void keepsALimitOfTheStationHereThatWouldTakeThePlaceOfOneOfOurs() {
    bench.knowledge = knowledge(1);
    charging();
    learn("MaxChargingProfilesInstalled", "4");

    bench.csms(maximum(6, 0, 20));

    assertThat(bench.atCsms).containsExactly("[3,\"c\"," + ACCEPTED + "]");
    assertThat(bench.atStation).isEmpty();
  }

  @Test
  void passesALimitOfTheStationOnWhereThereIsAPlaceBesideOurs() {
    bench.knowledge = knowledge(1);
    charging();
    learn("MaxChargingProfilesInstalled", "5");

    bench.csms(maximum(6, 0, 20));

    assertThat(bench.atStation).containsExactly(maximum(6, 0, 20));
  }

  @Test
  void rejectsALimitOfTheStationBeforeTheStationGetsItWhenThereAreTooManyProfiles() {
    charging();
    for (int i = 0; i < 100; i++) {
      bench.csms(
          set("TxDefaultProfile", 1000 + i, RELATIVE, "A", 8)
              .replace("\"stackLevel\":2", "\"stackLevel\":" + i));
    }
    bench.atCsms.clear();

    bench.csms(maximum(6, 0, 20));

    assertThat(bench.atStation).isEmpty();
    assertThat(bench.atCsms).containsExactly("[3,\"c\",{\"status\":\"Rejected\"}]");
    assertThat(bench.counters.refused()).containsEntry("SetChargingProfile", 1L);
  }

  @Test
  void takesAProfileOutOfTheStationWhoseIdTheCsmsUsesForOneThatIsKeptHere() {
    charging();
    bench.csms(maximum(6, 0, 20));
    bench.station("[3,\"c\"," + ACCEPTED + "]");
    bench.atStation.clear();

    csmsSets("TxDefaultProfile", 6, RELATIVE, "A", 10);

    assertThat(bench.atStation)
        .containsExactly("[2,\"own-1\",\"ClearChargingProfile\",{\"id\":6}]");
  }

  @Test
  void pausesOnlyWhenTheRelativeProfileOfTheCsmsSaysSoByThen() {
    charging();
    bench.csms(
        set("TxProfile", 5, RELATIVE, "A", 10)
            .replace("\"limit\":10}", "\"limit\":10},{\"startPeriod\":3600,\"limit\":0}"));

    bench.cap(16);
    bench.station("[3,\"own-1\"," + ACCEPTED + "]");
    String atFirst = bench.atStation.getLast();
    bench.now = ProxyBench.NOW.plusSeconds(3600);
    bench.cap(16);

    assertThat(atFirst).contains("\"limit\":10}");
    assertThat(bench.atStation.getLast()).contains("\"limit\":0}");
  }

  @Test
  void sendsWhatHoldsAgainWhenTheScheduleOfTheCsmsSteps() {
    charging();
    csmsSets("TxDefaultProfile", 5, UNTIL_FIVE_PAST, "A", 7);
    bench.cap(16);
    bench.station("[3,\"own-1\"," + ACCEPTED + "]");

    bench.now = ProxyBench.NOW.plusSeconds(300);
    bench.ring(Duration.ofSeconds(300));

    assertThat(bench.atStation).hasSize(2);
    assertThat(bench.atStation.getFirst()).contains("\"limit\":7}");
    assertThat(bench.atStation.getLast()).contains("\"limit\":16}");
  }

  @Test
  void obeysTheFirstAnswerOnlyWhenTheStationAnswersTwice() {
    charging();
    bench.csms(maximum(6, 0, 8));
    bench.station("[3,\"c\"," + ACCEPTED + "]");
    bench.csms("[2,\"c9\",\"ClearChargingProfile\",{\"id\":6}]");
    bench.station("[3,\"c9\"," + ACCEPTED + "]");
    bench.atCsms.clear();

    bench.station("[3,\"c\"," + ACCEPTED + "]");
    bench.cap(16);

    assertThat(bench.atStation.getLast()).contains("\"limit\":16}");
    assertThat(bench.atCsms).containsExactly("[3,\"c\"," + ACCEPTED + "]");
  }

  private void learn(String key, String value) {
    var facts = List.of(Fact.of(key, value));
    bench.knowledge.learned(new Told("ocpp1.6", Optional.empty(), ProxyBench.NOW, true, facts));
  }

  private static CapPower cap(int evse, String transaction, int amps) {
    return new CapPower(
        EvseRef.of("CP1", evse),
        transaction,
        new Ceiling(Current.ofAmps(amps), 3, Voltage.ofVolts(230)),
        Interval.of(ProxyBench.NOW, Duration.ofMinutes(15)));
  }

  private StationKnowledge knowledge(int evses) {
    return new StationKnowledge(
        new Wiring(false, evses, TraitClaims.NONE),
        Quirks.NONE,
        List.of(bench.dialect),
        Optional.empty());
  }

  private void charging() {
    start(bench);
  }

  /** The station has taken it. */
  private void fallbackOf(int amps) {
    charging();
    bench.send(fallback(amps));
    bench.station("[3,\"own-1\"," + ACCEPTED + "]");
    bench.atStation.clear();
  }

  private static SetFallback fallback(int amps) {
    return new SetFallback(
        ProxyBench.CP1, new Ceiling(Current.ofAmps(amps), 3, Voltage.ofVolts(230)));
  }

  private static void start(ProxyBench bench) {
    bench.connect();
    bench.station(OutageTest.start("s"));
    bench.csms(OutageTest.started("s", 7));
    bench.atStation.clear();
    bench.atCsms.clear();
  }

  private void csmsSets(String purpose, int id, String kind, String unit, int limit) {
    bench.csms(set(purpose, id, kind, unit, limit));
  }

  private static String set(String purpose, int id, String kind, String unit, int limit) {
    int connector = purpose.equals("TxProfile") ? 1 : 0;
    return "[2,\"c\",\"SetChargingProfile\",{\"connectorId\":%d,\"csChargingProfiles\":%s}]"
        .formatted(connector, profile(purpose, id, kind, unit, limit));
  }

  private static String maximum(int id, int level, int limit) {
    String absolute = "\"chargingProfileKind\":\"Absolute\"";
    return set("ChargePointMaxProfile", id, absolute, "A", limit)
        .replace("\"stackLevel\":2", "\"stackLevel\":" + level)
        .replace(
            "\"chargingSchedule\":{",
            "\"chargingSchedule\":{\"startSchedule\":\"2026-01-01T00:00:00Z\",");
  }

  private static String profile(String purpose, int id, String kind, String unit, int limit) {
    return "{\"chargingProfileId\":%d,\"stackLevel\":2,\"chargingProfilePurpose\":\"%s\",%s,\"chargingSchedule\":{\"chargingRateUnit\":\"%s\",\"chargingSchedulePeriod\":[{\"startPeriod\":0,\"limit\":%d}]}}"
        .formatted(id, purpose, kind, unit, limit);
  }
}
