package energy.setpoint.ocpp.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.event.DerEvent;
import energy.setpoint.core.event.ProfilesReported;
import energy.setpoint.core.event.StationEvent;
import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.intent.SetFallback;
import energy.setpoint.core.port.ReportedSchedule;
import energy.setpoint.core.port.ScheduleAnswer;
import energy.setpoint.core.port.ScheduleQuestion;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.Dialects;
import energy.setpoint.ocpp.dialect.OcppDialect;
import energy.setpoint.ocpp.dialect.trait.Fact;
import energy.setpoint.ocpp.dialect.trait.TraitClaims;
import energy.setpoint.ocpp.gateway.review.ProfileReviewer;
import energy.setpoint.ocpp.rpc.transport.Transport;
import energy.setpoint.ocpp.schema.OcppSchemas;
import energy.setpoint.ocpp.stats.OcppCounters;
import energy.setpoint.ocpp.traits.Quirks;
import energy.setpoint.ocpp.traits.StationKnowledge;
import energy.setpoint.ocpp.traits.Told;
import energy.setpoint.ocpp.traits.Wiring;
import energy.setpoint.ocpp.v16.Ocpp16Dialect;
import energy.setpoint.ocpp.v201.Ocpp201Dialect;
import energy.setpoint.ocpp.v21.Ocpp21Dialect;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What a station is asked once its connection stands, and what follows from its answers. */
class SettledStationTest {

  private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
  private static final StationId CP1 = new StationId("CP1");
  private static final Duration LONG = Duration.ofMinutes(15);
  private static final Voltage VOLTS = Voltage.ofVolts(230);
  private static final SetFallback FALLBACK =
      new SetFallback(CP1, new Ceiling(Current.ofAmps(6), 3, VOLTS));
  private static final String OURS =
      """
      {"id":480000,"stackLevel":0,"chargingProfilePurpose":"TxDefaultProfile",
       "chargingProfileKind":"Absolute","chargingSchedule":[{"id":480000,"chargingRateUnit":"A",
       "chargingSchedulePeriod":[{"startPeriod":0,"limit":6}]}]}\
      """;
  private static final String THEIRS =
      """
      {"id":7,"stackLevel":3,"chargingProfilePurpose":"TxDefaultProfile",
       "chargingProfileKind":"Absolute","chargingSchedule":[{"id":7,"chargingRateUnit":"A",
       "chargingSchedulePeriod":[{"startPeriod":0,"limit":32},{"startPeriod":30.5,"limit":6}]}]}\
      """;

  private final OcppCounters counters = new OcppCounters();
  private final List<String> sent = new ArrayList<>();
  private final List<StationEvent> events = new ArrayList<>();
  private final List<Alarmed> alarms = new ArrayList<>();
  private final AtomicInteger ids = new AtomicInteger();

  private record Alarmed(Duration delay, Runnable work) {}

  private static OcppDialect dialect(String version) {
    return version.equals("2.1") ? new Ocpp21Dialect() : new Ocpp201Dialect();
  }

  /** K09.FR.01, K09.FR.02. */
  @ParameterizedTest
  @ValueSource(strings = {"2.0.1", "2.1"})
  void tellsOfAProfileOfSomebodyElseWhenAllPartsOfTheReportAreThere(String version) {
    var station = new Connected(dialect(version), List.of());
    station.carriesTheFallback();
    station.settles();
    station.answers("{\"status\":\"Accepted\"}");

    station.reports(station.asked(), true, OURS);
    boolean before = reported().isEmpty();
    station.reports(17, false, OURS);
    station.reports(station.asked(), false, THEIRS);

    assertThat(sent).anyMatch(it -> it.contains("GetChargingProfiles"));
    assertThat(before).isTrue();
    assertThat(reported()).hasSize(1);
    assertThat(reported().getFirst().fallbackMissing()).isFalse();
    assertThat(reported().getFirst().concerns())
        .singleElement()
        .asString()
        .contains("TxDefaultProfile of CSO", "id 7", "may go before our limits");
    assertThat(counters.profileFindings()).containsExactly(Map.entry("lifts", 1L));
  }

  /** K09.FR.03. */
  @ParameterizedTest
  @ValueSource(strings = {"2.0.1", "2.1"})
  void asksInTheFormOfTheSchema(String version) {
    var question = dialect(version).profileQuestions().orElseThrow().ask(7);

    OcppSchemas.of(version).assertValidRequest(question.action(), question.payload());
    assertThat(question.payload().path("chargingProfile").size()).isOne();
  }

  @Test
  void tellsThatTheFallbackIsGone() {
    var station = new Connected(new Ocpp21Dialect(), List.of());
    station.carriesTheFallback();
    station.settles();

    station.answers("{\"status\":\"NoProfiles\"}");

    assertThat(reported().getFirst().fallbackMissing()).isTrue();
    assertThat(counters.profileFindings()).containsExactly(Map.entry("missing", 1L));
  }

  @Test
  void asksAgainAsLongAsSomethingIsWrong() {
    var station = new Connected(new Ocpp21Dialect(), List.of());
    station.carriesTheFallback();
    station.settles();
    station.answers("{\"status\":\"NoProfiles\"}");

    station.ring(ProfileReviewer.MENDING);
    station.answers("{\"status\":\"Accepted\"}");
    station.reports(station.asked(), false, OURS);

    assertThat(reported()).hasSize(2);
    assertThat(reported().getLast().concerns()).isEmpty();
  }

  @Test
  void asksAStationThatNeverListsItsFallbackOnlyNowAndThen() {
    var station = new Connected(new Ocpp21Dialect(), List.of());
    station.carriesTheFallback();
    station.settles();
    station.answers("{\"status\":\"NoProfiles\"}");
    for (int i = 0; i < 2; i++) {
      station.ring(ProfileReviewer.MENDING);
      station.answers("{\"status\":\"NoProfiles\"}");
    }
    int before = sent.size();

    station.ring(ProfileReviewer.MENDING);
    int soon = sent.size();
    station.ring(ProfileReviewer.PAUSE);

    assertThat(soon).isEqualTo(before);
    assertThat(sent.getLast()).contains("GetChargingProfiles");
  }

  @Test
  void asksAgainWhereSomethingWasWrongEvenWhenAQuestionGoesUnanswered() {
    var station = new Connected(new Ocpp21Dialect(), List.of());
    station.settles();
    station.answers("{\"status\":\"Accepted\"}");
    station.reports(station.asked(), false, THEIRS);
    station.ring(ProfileReviewer.PAUSE);
    station.answers("{\"status\":\"Accepted\"}");
    station.ring(ProfileReviewer.PATIENCE);

    station.ring(ProfileReviewer.PAUSE);
    station.answers("{\"status\":\"NoProfiles\"}");

    assertThat(reported()).hasSize(2);
    assertThat(reported().getLast().concerns()).isEmpty();
  }

  /** A TxProfile goes with its transaction. */
  @Test
  void missesNoLeaseOfATransactionThatGaveWayToAnother() {
    var station = new Connected(new Ocpp21Dialect(), List.of());
    station.transaction("Started", "tx-a");
    station.gateway.send(
        new CapPower(EvseRef.of("CP1", 1), "tx-a", FALLBACK.ceiling(), Interval.of(NOW, LONG)));
    station.answers("{\"status\":\"Accepted\"}");
    station.transaction("Ended", "tx-a");
    station.transaction("Started", "tx-b");

    station.settles();
    station.answers("{\"status\":\"NoProfiles\"}");

    assertThat(reported())
        .singleElement()
        .extracting(ProfilesReported::concerns)
        .asList()
        .isEmpty();
  }

  @Test
  void asksAStationThatHoldsSomethingElseButNotWithEveryReport() {
    var station = new Connected(new Ocpp21Dialect(), List.of());
    station.settles();
    station.answers("{\"status\":\"NoProfiles\"}");
    int before = sent.size();

    station.gateway.reviewProfiles(CP1);
    int within = sent.size();
    station.ring(ProfileReviewer.PAUSE);
    station.gateway.reviewProfiles(CP1);

    assertThat(within).isEqualTo(before);
    assertThat(sent.getLast()).contains("GetChargingProfiles");
  }

  @Test
  void countsAStationThatDoesNotTell() {
    var station = new Connected(new Ocpp21Dialect(), List.of());
    station.settles();
    station.answers("{\"status\":\"Accepted\"}");

    station.ring(ProfileReviewer.PATIENCE);

    assertThat(reported()).isEmpty();
    assertThat(counters.profileFindings()).containsExactly(Map.entry("not told", 1L));
  }

  /** Neither message exists in 1.6. */
  @Test
  void asksNothingOfAStationWhoseVersionCannotTell() {
    var station = new Connected(new Ocpp16Dialect(), List.of());

    station.gateway.reviewProfiles(CP1);

    assertThat(sent).isEmpty();
    assertThat(alarms).isEmpty();
  }

  /** R04: it keeps them over a restart, and the engine does not. */
  @Test
  void asksAStationWithAnInverterForItsDerControls() {
    var station =
        new Connected(
            new Ocpp21Dialect(), List.of(Fact.of("DCDERCtrlr.ModesSupported", "FixedVar")));

    station.settles();
    station.answersFirst("GetDERControl", "{\"status\":\"NotFound\"}");

    assertThat(sent.stream().filter(it -> it.contains("GetDERControl"))).hasSize(1);
    assertThat(events.stream().filter(DerEvent.ControlsReported.class::isInstance)).hasSize(1);
  }

  /** 1.6 section 7.14 has whole seconds only. */
  @Test
  void readsAScheduleWithAFractionOfASecondAndCountsIt() {
    var station = new Connected(new Ocpp16Dialect(), List.of());
    var answer =
        station.gateway.askSchedule(
            new ScheduleQuestion(EvseRef.of("CP1", 1), Duration.ofMinutes(1), 3, VOLTS));

    station.answers(
        """
        {"status":"Accepted","connectorId":1,"scheduleStart":"2026-06-01T10:00:00Z",
         "chargingSchedule":{"chargingRateUnit":"A","chargingSchedulePeriod":[
           {"startPeriod":0.0,"limit":16},{"startPeriod":12.5,"limit":6}]}}\
        """);

    assertThat(answer.toCompletableFuture().join())
        .isInstanceOfSatisfying(
            ScheduleAnswer.Reported.class,
            told ->
                assertThat(told.schedule().steps())
                    .extracting(ReportedSchedule.Step::after)
                    .containsExactly(Duration.ZERO, Duration.ofSeconds(13)));
    assertThat(counters.fractionsRounded()).isOne();
  }

  private List<ProfilesReported> reported() {
    return events.stream()
        .filter(ProfilesReported.class::isInstance)
        .map(ProfilesReported.class::cast)
        .toList();
  }

  /** A station that told before what it can do, at the other end of a wire. */
  private final class Connected {

    private final OcppGateway gateway;
    private final StationLink link;
    private int reports;

    Connected(OcppDialect dialect, List<Fact> facts) {
      var told = new Told(dialect.subprotocol(), Optional.empty(), NOW, true, facts);
      var knowledge =
          new StationKnowledge(
              new Wiring(false, 1, TraitClaims.NONE),
              Quirks.NONE,
              Dialects.bundled(),
              Optional.of(told));
      gateway =
          new OcppGateway(
              new Fleet(
                  Map.of(CP1, knowledge),
                  Optional.of(InterviewSettings.DEFAULT),
                  (id, answers) -> {}),
              new EngineSide(events::add, () -> 1, (id, token) -> true, () -> NOW),
              GatewaySettings.DEFAULT,
              FrameTaps.NONE,
              counters,
              () -> "m" + ids.incrementAndGet());
      link = gateway.attach(CP1, dialect, new Wire(), this::set);
    }

    private Runnable set(Duration delay, Runnable work) {
      var alarm = new Alarmed(delay, work);
      alarms.add(alarm);
      return () -> alarms.remove(alarm);
    }

    void carriesTheFallback() {
      gateway.send(FALLBACK);
      answers("{\"status\":\"Accepted\"}");
    }

    /** Nothing happened for so long after the connection that it will not boot. */
    void settles() {
      ring(InterviewSettings.DEFAULT.bootGrace());
    }

    void ring(Duration delay) {
      List<Alarmed> due = alarms.stream().filter(it -> it.delay().equals(delay)).toList();
      alarms.removeAll(due);
      due.forEach(it -> it.work().run());
    }

    /** To the last call that went out. */
    void answers(String payload) {
      link.receive("[3,\"m" + ids.get() + "\"," + payload + "]");
    }

    void answersFirst(String action, String payload) {
      String call = sent.stream().filter(it -> it.contains(action)).findFirst().orElseThrow();
      link.receive("[3," + call.split(",")[1] + "," + payload + "]");
    }

    /** The id of the last question about profiles. */
    int asked() {
      String call = sent.stream().filter(it -> it.contains("GetCharging")).toList().getLast();
      return JsonMapper.shared().readTree(call).get(3).get("requestId").intValue();
    }

    void transaction(String event, String id) {
      link.receive(
          """
          [2,"r%d","TransactionEvent",{"eventType":"%s","seqNo":0,"triggerReason":"CablePluggedIn",
            "timestamp":"2026-06-01T10:00:00Z","transactionInfo":{"transactionId":"%s"},
            "evse":{"id":1}}]\
          """
              .formatted(++reports, event, id));
    }

    void reports(int requestId, boolean more, String profile) {
      link.receive(
          """
          [2,"r%d","ReportChargingProfiles",{"requestId":%d,"chargingLimitSource":"CSO","evseId":0,
            "tbc":%s,"chargingProfile":[%s]}]\
          """
              .formatted(++reports, requestId, more, profile));
    }
  }

  private final class Wire implements Transport {

    @Override
    public void send(String text) {
      sent.add(text);
    }

    @Override
    public void close(int code, String reason) {}
  }
}
