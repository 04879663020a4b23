package energy.setpoint.ocpp.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.FakeDialect;
import energy.setpoint.ocpp.dialect.trait.TraitClaims;
import energy.setpoint.ocpp.gateway.memory.ReceivedMessage;
import energy.setpoint.ocpp.rpc.CallOutcome;
import energy.setpoint.ocpp.rpc.transport.Transport;
import energy.setpoint.ocpp.stats.OcppCounters;
import energy.setpoint.ocpp.traits.Identity;
import energy.setpoint.ocpp.traits.Quirks;
import energy.setpoint.ocpp.traits.StationKnowledge;
import energy.setpoint.ocpp.traits.Told;
import energy.setpoint.ocpp.traits.Wiring;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How the gateway asks stations what they can do, and sends what people ask for. */
class InterviewTest {

  private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
  private static final StationId CP1 = new StationId("CP1");
  private static final CapPower CAP =
      new CapPower(
          EvseRef.of("CP1", 1),
          "7",
          new Ceiling(Current.ofAmps(6), 3, Voltage.ofVolts(230)),
          new Interval(NOW, NOW.plusSeconds(900)));
  private static final String BOOT = "[2,\"b\",\"Boot\",{}]";
  private static final String QUESTION = "[2,\"m1\",\"WhoAreYou\",{\"introduced\":true}]";

  private final FakeDialect dialect = new FakeDialect("fake1", true);
  private final OcppCounters counters = new OcppCounters();
  private final List<String> sent = new ArrayList<>();
  private final List<Told> kept = new ArrayList<>();
  private final List<Alarmed> alarms = new ArrayList<>();
  private InterviewSettings settings = InterviewSettings.DEFAULT;
  private Optional<Told> stored = Optional.empty();

  private record Alarmed(Duration delay, Runnable work) {}

  @Test
  void asksAfterTheBootAndUsesWhatItLearnsFromThenOn() {
    var gateway = gateway();
    var link = attach(gateway);

    link.receive(BOOT);
    link.receive("[3,\"m1\",{\"stackLevel\":8}]");

    assertThat(sent).contains(QUESTION);
    assertThat(knowledge(gateway).traits().maxStackLevel()).isEqualTo(8);
    assertThat(kept).hasSize(1);
    assertThat(kept.getFirst().identity()).contains(new Identity("Vendor", "Model", "1.0"));
    assertThat(counters.interviews()).containsExactly(Map.entry("complete", 1L));
  }

  @Test
  void asksAStationThatConnectsWithoutBooting() {
    attach(gateway());

    ring(settings.bootGrace());

    assertThat(sent).containsExactly("[2,\"m1\",\"WhoAreYou\",{\"introduced\":false}]");
  }

  @Test
  void doesNotAskAStationThatHasTold() {
    stored = told("1.0");
    var link = attach(gateway());

    link.receive(BOOT);

    assertThat(sent).hasSize(1);
    assertThat(alarms).isEmpty();
  }

  @Test
  void asksAgainWhenTheFirmwareIsAnotherOne() {
    stored = told("0.9");
    var link = attach(gateway());

    link.receive(BOOT);

    assertThat(sent).contains(QUESTION);
  }

  @Test
  void waitsForAReportThatComesInACallOfTheStation() {
    var gateway = gateway();
    var link = attach(gateway);

    link.receive(BOOT);
    link.receive("[3,\"m1\",{\"later\":true}]");
    boolean before = counters.interviews().isEmpty();
    link.receive("[2,\"r\",\"Echo\",{\"stackLevel\":3}]");

    assertThat(before).isTrue();
    assertThat(knowledge(gateway).traits().maxStackLevel()).isEqualTo(3);
  }

  @Test
  void givesUpAReportThatDoesNotComeAndKeepsNothingOfIt() {
    var link = attach(gateway());

    link.receive(BOOT);
    link.receive("[3,\"m1\",{\"later\":true}]");
    ring(settings.reportPatience());

    assertThat(counters.interviews()).containsExactly(Map.entry("incomplete", 1L));
    assertThat(kept).isEmpty();
  }

  @Test
  void takesARefusalForAnAnswer() {
    var link = attach(gateway());

    link.receive(BOOT);
    link.receive("[4,\"m1\",\"NotSupported\",\"\",{}]");

    assertThat(counters.interviews()).containsExactly(Map.entry("complete", 1L));
    assertThat(kept).hasSize(1);
  }

  @Test
  void beginsAnewAfterALostConnection() {
    var gateway = gateway();
    var lost = attach(gateway);
    lost.receive(BOOT);

    lost.closed("cable cut");
    attach(gateway).receive(BOOT);

    assertThat(sent).filteredOn(it -> it.contains("WhoAreYou")).hasSize(2);
    assertThat(counters.interviews()).containsExactly(Map.entry("cut off", 1L));
  }

  @Test
  void endsAnInterviewThatTakesTooLong() {
    var link = attach(gateway());

    link.receive(BOOT);
    ring(settings.longest());
    link.receive("[3,\"m1\",{\"stackLevel\":8}]");

    assertThat(counters.interviews()).containsExactly(Map.entry("given up", 1L));
    assertThat(kept).isEmpty();
  }

  @Test
  void letsIntentsGoBeforeQuestions() {
    var gateway = gateway();
    var link = attach(gateway);
    var unused = gateway.call(CP1, "Poke", FakeDialect.JSON.createObjectNode());

    link.receive(BOOT);
    var outcome = gateway.send(CAP);
    link.receive("[3,\"m1\",{}]");
    link.receive("[3,\"m2\",{\"status\":\"Accepted\"}]");

    assertThat(sent)
        .filteredOn(it -> it.startsWith("[2"))
        .satisfiesExactly(
            it -> assertThat(it).contains("Poke"),
            it -> assertThat(it).contains("Cap"),
            it -> assertThat(it).contains("WhoAreYou"));
    assertThat(outcome.toCompletableFuture()).isCompleted();
  }

  @Test
  void setsTheMetersAfterTheInterview() {
    settings = settings.withMeterInterval(Optional.of(Duration.ofSeconds(10)));
    var link = attach(gateway());

    link.receive(BOOT);
    link.receive("[3,\"m1\",{}]");
    link.receive("[3,\"m2\",{\"status\":\"Rejected\"}]");

    assertThat(sent).last().asString().contains("\"Meter\"", "10");
    assertThat(counters.callsFailed()).containsEntry("setting refused", 1L);
  }

  @Test
  void sendsWhatAPersonAsksForAndGivesTheAnswerBack() {
    var gateway = gateway();
    var link = attach(gateway);

    var reply = request(gateway, "Poke", "{}");
    link.receive("[3,\"m1\",{\"ouch\":true}]");

    assertThat(reply)
        .isCompletedWithValueMatching(it ->
            it instanceof CallReply.Ended(CallOutcome.Answered answer)
                && answer.payload().path("ouch").asBoolean(false));
  }

  @Test
  void sendsNothingThatWouldChangeWhatTheGuardCountsOn() {
    var gateway = gateway();
    attach(gateway);

    assertThat(request(gateway, "Cap", "{}"))
        .isCompletedWithValueMatching(CallReply.Forbidden.class::isInstance);
    assertThat(request(gateway, "Poke", "{\"wrong\":1}"))
        .isCompletedWithValue(new CallReply.Malformed("wrong must not be there."));
    assertThat(request(gateway, "Boot", "{}"))
        .isCompletedWithValue(
            new CallReply.UnknownAction("Fake 1", dialect.actions().fromServer()));
    assertThat(sent).isEmpty();
  }

  @Test
  void saysWhenAStationIsNotThere() {
    assertThat(request(gateway(), "Poke", "{}")).isCompletedWithValue(new CallReply.NotConnected());
  }

  @Test
  void asksAgainAfterSettingsWereChanged() {
    stored = told("1.0");
    var gateway = gateway();
    var link = attach(gateway);

    var reply = request(gateway, "Change", "{}");
    link.receive("[3,\"m1\",{}]");

    assertThat(reply).isCompleted();
    assertThat(sent).last().asString().contains("WhoAreYou");
  }

  @Test
  void keepsWhatStationsSentAsItCame() {
    var gateway = gateway();
    var link = attach(gateway);

    link.receive("[2,\"r\",\"Echo\",{\"a\":1.50}]");
    link.receive("[2,\"s\",\"Start\",{\"evse\":\"wrong\"}]");
    link.receive("[2,\"t\",\"Dance\",{}]");

    assertThat(gateway.listMessages(CP1))
        .containsExactlyInAnyOrder(
            new ReceivedMessage(NOW, "Echo", "{\"a\":1.50}"),
            new ReceivedMessage(NOW, "Start", "{\"evse\":\"wrong\"}"));
  }

  private static Optional<Told> told(String firmware) {
    return Optional.of(
        new Told(
            "fake1", Optional.of(new Identity("Vendor", "Model", firmware)), NOW, true, List.of()));
  }

  private CompletableFuture<CallReply> request(OcppGateway gateway, String action, String json) {
    JsonNode payload = FakeDialect.JSON.readTree(json);
    return gateway.request(CP1, action, payload).toCompletableFuture();
  }

  private static StationKnowledge knowledge(OcppGateway gateway) {
    return gateway.findKnowledge(CP1).orElseThrow();
  }

  private void ring(Duration delay) {
    alarms.stream().filter(it -> it.delay().equals(delay)).toList().getLast().work().run();
  }

  private OcppGateway gateway() {
    var knowledge =
        new StationKnowledge(
            new Wiring(false, 1, TraitClaims.NONE), Quirks.NONE, List.of(dialect), stored);
    var engine = new EngineSide(event -> {}, () -> 1, (station, token) -> true, () -> NOW);
    var messageIds = new AtomicInteger();
    return new OcppGateway(
        new Fleet(Map.of(CP1, knowledge), Optional.of(settings), (id, told) -> kept.add(told)),
        engine,
        GatewaySettings.DEFAULT,
        FrameTaps.NONE,
        counters,
        () -> "m" + messageIds.incrementAndGet());
  }

  private StationLink attach(OcppGateway gateway) {
    return gateway.attach(
        CP1,
        dialect,
        new Transport() {
          @Override
          public void send(String text) {
            sent.add(text);
          }

          @Override
          public void close(int code, String reason) {}
        },
        (delay, work) -> {
          alarms.add(new Alarmed(delay, work));
          return () -> {};
        });
  }
}
