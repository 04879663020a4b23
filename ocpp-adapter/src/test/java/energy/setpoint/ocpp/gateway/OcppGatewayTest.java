package energy.setpoint.ocpp.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import energy.setpoint.core.event.StationBooted;
import energy.setpoint.core.event.StationConnected;
import energy.setpoint.core.event.StationEvent;
import energy.setpoint.core.event.StationLost;
import energy.setpoint.core.event.TransactionEnded;
import energy.setpoint.core.event.TransactionStarted;
import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.FollowSetpoint;
import energy.setpoint.core.intent.Release;
import energy.setpoint.core.intent.SetFallback;
import energy.setpoint.core.intent.Setpoint;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.port.MessageExchange;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.FakeDialect;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.rpc.RpcSettings;
import energy.setpoint.ocpp.rpc.transport.Transport;
import energy.setpoint.ocpp.stats.OcppCounters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class OcppGatewayTest {

  private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
  private static final StationId CP1 = new StationId("CP1");
  private static final EvseRef EVSE = EvseRef.of("CP1", 1);
  private static final Ceiling SIX_AMPERES =
      new Ceiling(Current.ofAmps(6), 3, Voltage.ofVolts(230));
  private static final Interval LEASE = new Interval(NOW, NOW.plusSeconds(900));
  private static final CapPower CAP = new CapPower(EVSE, "7", SIX_AMPERES, LEASE);
  private static final SetFallback FALLBACK = new SetFallback(CP1, SIX_AMPERES);

  private Instant now = NOW;
  private final List<StationEvent> events = new ArrayList<>();
  private final AtomicInteger ids = new AtomicInteger();
  private final OcppCounters counters = new OcppCounters();
  private final List<Runnable> alarms = new ArrayList<>();
  private Consumer<StationEvent> consumer = events::add;
  private GatewaySettings settings = GatewaySettings.DEFAULT;
  private final Wire wire = new Wire();

  @Test
  void tellsThatAStationConnectedAndWasLost() {
    var gateway = gateway();

    var link = attach(gateway, wire);
    boolean connected = gateway.isConnected(CP1);
    link.closed("cable cut");
    link.closed("again");

    assertThat(connected).isTrue();
    assertThat(gateway.isConnected(CP1)).isFalse();
    assertThat(events)
        .containsExactly(
            new StationConnected(CP1, NOW, "fake1"), new StationLost(CP1, NOW, "cable cut"));
    assertThat(counters.connected()).isZero();
  }

  @Test
  void refusesAStationThatItDoesNotKnow() {
    var gateway = gateway();

    assertThat(gateway.knows(new StationId("other"))).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            gateway.attach(new StationId("other"), dialect(), wire, (delay, work) -> () -> {}));
  }

  @Test
  void answersFirstAndTellsTheEngineAfterwards() {
    var order = new ArrayList<String>();
    consumer = event -> order.add(event.getClass().getSimpleName());
    var link = attach(gateway(), wire);
    wire.onSend = text -> order.add(text);

    link.receive("[2,\"a\",\"Boot\",{}]");

    assertThat(order)
        .containsExactly("StationConnected", "[3,\"a\",{\"interval\":300}]", "StationBooted");
  }

  @Test
  void knowsWhichTransactionRunsWhere() {
    var link = attach(gateway(), wire);

    link.receive("[2,\"a\",\"Start\",{\"evse\":1}]");
    link.receive("[2,\"b\",\"Stop\",{\"id\":\"1\"}]");
    link.receive("[2,\"c\",\"Stop\",{\"id\":\"1\"}]");

    assertThat(events.stream().filter(it -> it instanceof TransactionStarted)).hasSize(1);
    assertThat(events.stream().filter(it -> it instanceof TransactionEnded)).hasSize(1);
  }

  @Test
  void learnsOfATransactionFromItsMeasurementsButNotOfOneThatEnded() {
    var link = attach(gateway(), wire);

    link.receive("[2,\"a\",\"Measure\",{\"evse\":1,\"id\":\"77\"}]");
    link.receive("[2,\"b\",\"Stop\",{\"id\":\"77\"}]");
    link.receive("[2,\"c\",\"Measure\",{\"evse\":1,\"id\":\"77\"}]");
    link.receive("[2,\"d\",\"Stop\",{\"id\":\"77\"}]");

    assertThat(events.stream().filter(it -> it instanceof TransactionEnded)).hasSize(1);
  }

  @Test
  void resumesATransactionFromBeforeARestartAndKeepsItOverAReconnect() {
    var gateway = gateway();
    gateway.resumeTransaction(EVSE, "99");
    attach(gateway, wire).closed("gone");
    var link = attach(gateway, new Wire());

    link.receive("[2,\"b\",\"Stop\",{\"id\":\"99\"}]");

    assertThat(events).contains(new TransactionEnded(EVSE, NOW, "99", "Local"));
  }

  @Test
  void answersWithErrorsAndCountsThem() {
    var link = attach(gateway(), wire);

    link.receive("[2,\"a\",\"Dance\",{}]");
    link.receive("[2,\"b\",\"Start\",{\"evse\":\"one\"}]");
    link.receive("[2,\"c\",\"Break\",{}]");
    link.receive("nonsense");

    assertThat(wire.sent)
        .satisfiesExactly(
            it -> assertThat(it).startsWith("[4,\"a\",\"NOT_IMPLEMENTED\""),
            it -> assertThat(it).startsWith("[4,\"b\",\"TYPE_CONSTRAINT_VIOLATION\""),
            it -> assertThat(it).startsWith("[4,\"c\",\"INTERNAL_ERROR\""),
            it -> assertThat(it).startsWith("[4,\"-1\",\"RPC_FRAMEWORK_ERROR\""));
    assertThat(counters.errorsSent())
        .containsOnlyKeys("NOT_IMPLEMENTED", "TYPE_CONSTRAINT_VIOLATION", "INTERNAL_ERROR");
    assertThat(counters.callsReceived()).containsOnlyKeys("unknown", "Start", "Break");
    assertThat(counters.badFrames()).containsExactly(Map.entry("NOT_JSON", 1L));
    assertThat(counters.faults()).isOne();
  }

  @Test
  void livesOnWhenTheEngineBreaks() {
    consumer =
        event -> {
          throw new IllegalStateException("engine broken");
        };
    var link = attach(gateway(), wire);

    link.receive("[2,\"a\",\"Boot\",{}]");
    link.receive("[2,\"b\",\"Heartbeat\",{}]");

    assertThat(wire.sent).hasSize(2).allMatch(it -> it.startsWith("[3,"));
    assertThat(counters.faults()).isEqualTo(2);
  }

  @Test
  void letsANewerConnectionReplaceAnOlderOne() {
    var gateway = gateway();
    var newWire = new Wire();

    var older = attach(gateway, wire);
    var newer = attach(gateway, newWire);
    older.receive("[2,\"a\",\"Boot\",{}]");
    older.closed("connection lost");
    newer.receive("[2,\"b\",\"Boot\",{}]");

    assertThat(wire.closeCodes).containsExactly(1008);
    assertThat(wire.sent).isEmpty();
    assertThat(newWire.sent).hasSize(1);
    assertThat(gateway.isConnected(CP1)).isTrue();
    assertThat(events)
        .containsExactly(
            new StationConnected(CP1, NOW, "fake1"),
            new StationLost(CP1, NOW, "replaced by a newer connection"),
            new StationConnected(CP1, NOW, "fake1"),
            new StationBooted(CP1, NOW, "Vendor", "Model", "1.0"));
  }

  @Test
  void carriesOutAnIntent() {
    var gateway = gateway();
    var link = attach(gateway, wire);

    var outcome = send(gateway, CAP);
    link.receive("[3,\"m1\",{\"status\": \"Accepted\"}]");

    assertThat(outcome)
        .isCompletedWithValue(
            new IntentOutcome.Accepted(
                List.of(
                    new MessageExchange(
                        "m1",
                        "Cap",
                        "{\"text\":\"7\",\"number\":6000}",
                        "{\"status\":\"Accepted\"}")),
                List.of()));
    assertThat(counters.callsSent()).containsExactly(Map.entry("Cap", 1L));
  }

  @Test
  void sendsTheMessagesOfAnIntentInOrderAndNamesItsLosses() {
    var gateway = gateway();
    var link = attach(gateway, wire);

    var outcome = send(gateway, FALLBACK);
    var sentAtFirst = List.copyOf(wire.sent);
    link.receive("[3,\"m1\",{\"status\":\"Accepted\"}]");
    link.receive("[3,\"m2\",{\"status\":\"Accepted\"}]");

    assertThat(sentAtFirst).hasSize(1);
    assertThat(outcome.join())
        .isInstanceOfSatisfying(
            IntentOutcome.Accepted.class,
            it -> {
              assertThat(it.losses()).containsExactly("phases");
              assertThat(it.exchanges())
                  .extracting(MessageExchange::action)
                  .containsExactly("Clear", "Fallback");
            });
  }

  @Test
  void neverMinglesTheMessagesOfTwoIntents() {
    var gateway = gateway();
    var link = attach(gateway, wire);

    send(gateway, FALLBACK);
    send(gateway, CAP);
    for (int i = 1; i <= 3; i++) {
      link.receive("[3,\"m" + i + "\",{\"status\":\"Accepted\"}]");
    }

    assertThat(wire.sent)
        .satisfiesExactly(
            it -> assertThat(it).contains("Clear"),
            it -> assertThat(it).contains("Fallback"),
            it -> assertThat(it).contains("Cap"));
  }

  @Test
  void goesOnWithTheNextIntentWhenItCannotBeToldWhetherOneIsStillMeant() {
    var gateway = gateway();
    var link = attach(gateway, wire);

    var doubtful =
        link.resend(() -> {
          throw new IllegalStateException("nobody knows");
        });
    send(gateway, CAP);

    assertThat(doubtful.toCompletableFuture()).isCompletedWithValue(Optional.empty());
    assertThat(wire.sent).singleElement().asString().contains("Cap");
    assertThat(counters.faults()).isOne();
  }

  @Test
  void sendsNothingWhoseLeaseEndedWhileItWaited() {
    var gateway = gateway();
    var link = attach(gateway, wire);
    send(gateway, FALLBACK);
    var late = send(gateway, CAP);
    link.receive("[3,\"m1\",{\"status\":\"Accepted\"}]");

    now = LEASE.end();
    link.receive("[3,\"m2\",{\"status\":\"Accepted\"}]");

    assertThat(late.join()).isInstanceOf(IntentOutcome.NotSent.class);
    assertThat(wire.sent).noneMatch(it -> it.contains("Cap"));
  }

  @Test
  void stopsAtARefusal() {
    var gateway = gateway();
    var link = attach(gateway, wire);

    var outcome = send(gateway, FALLBACK);
    link.receive("[3,\"m1\",{\"status\":\"Rejected\"}]");

    assertThat(outcome.join())
        .isInstanceOfSatisfying(
            IntentOutcome.Refused.class, it -> assertThat(it.reason()).isEqualTo("Rejected"));
    assertThat(wire.sent).hasSize(1);
  }

  @Test
  void takesAnErrorForARefusal() {
    var gateway = gateway();
    var link = attach(gateway, wire);

    var outcome = send(gateway, CAP);
    link.receive("[4,\"m1\",\"NotSupported\",\"no profiles\",{}]");

    assertThat(outcome.join())
        .isInstanceOfSatisfying(
            IntentOutcome.Refused.class,
            it -> {
              assertThat(it.reason()).isEqualTo("NotSupported: no profiles");
              assertThat(it.exchanges().getFirst().response()).startsWith("[4,");
            });
  }

  @Test
  void doesNotClaimThatNothingChangedWhenOnlyTheSecondMessageIsRefused() {
    var gateway = gateway();
    var link = attach(gateway, wire);

    var outcome = send(gateway, FALLBACK);
    link.receive("[3,\"m1\",{\"status\":\"Accepted\"}]");
    link.receive("[3,\"m2\",{\"status\":\"Rejected\"}]");

    assertThat(outcome.join())
        .isInstanceOfSatisfying(
            IntentOutcome.Unanswered.class,
            it ->
                assertThat(it.reason()).isEqualTo("1 of 2 messages were accepted; then: Rejected"));
  }

  @Test
  void saysThatAnIntentWithoutAUsableAnswerMayBeInForce() {
    var gateway = gateway();
    var link = attach(gateway, wire);

    var timedOut = send(gateway, CAP);
    alarms.getLast().run();
    var garbled = send(gateway, CAP);
    link.receive("[3,\"m2\",5]");
    var incomprehensible = send(gateway, CAP);
    link.receive("[3,\"m3\",{\"state\":\"fine\"}]");
    var cutOff = send(gateway, CAP);
    link.closed("cable cut");

    assertThat(List.of(timedOut, garbled, incomprehensible, cutOff))
        .allSatisfy(it ->
            assertThat(it)
                .isCompletedWithValueMatching(IntentOutcome.Unanswered.class::isInstance));
  }

  @Test
  void saysWhyAnIntentIsNotSent() {
    var gateway = gateway();

    var notConnected = send(gateway, CAP);
    attach(gateway, wire);
    var inexpressible =
        send(
            gateway,
            new FollowSetpoint(EVSE, "7", new Setpoint(Power.ofWatts(-3000)), SIX_AMPERES, LEASE));
    var broken = send(gateway, new Release(EVSE));

    assertThat(notConnected)
        .isCompletedWithValue(new IntentOutcome.NotSent("CP1 is not connected."));
    assertThat(inexpressible).isCompletedWithValue(new IntentOutcome.NotSent("No setpoints here."));
    assertThat(broken).isCompletedWithValueMatching(IntentOutcome.NotSent.class::isInstance);
    assertThat(wire.sent).isEmpty();
  }

  @Test
  void doesNotSendWhatWasWaitingWhenTheConnectionEnds() {
    var gateway = gateway();
    var link = attach(gateway, wire);

    send(gateway, CAP);
    var waiting = send(gateway, FALLBACK);
    link.closed("cable cut");

    assertThat(waiting).isCompletedWithValue(new IntentOutcome.NotSent("cable cut"));
    assertThat(wire.sent).hasSize(1);
  }

  @Test
  void takesOnlySoManyIntentsForOneStation() {
    settings = new GatewaySettings(Duration.ofMinutes(1), 2, RpcSettings.DEFAULT);
    var gateway = gateway();
    attach(gateway, wire);

    send(gateway, CAP);
    send(gateway, CAP);
    var tooMany = send(gateway, CAP);

    assertThat(tooMany).isCompletedWithValueMatching(IntentOutcome.NotSent.class::isInstance);
  }

  @Test
  void letsTheEngineSendIntentsFromWithinAnEvent() {
    var self = new CompletableFuture<OcppGateway>();
    consumer =
        event -> {
          if (event instanceof StationBooted) {
            var unused = self.join().send(CAP);
          }
        };
    self.complete(gateway());
    var link = attach(self.join(), wire);

    link.receive("[2,\"a\",\"Boot\",{}]");

    assertThat(wire.sent)
        .satisfiesExactly(
            it -> assertThat(it).startsWith("[3,\"a\""), it -> assertThat(it).contains("Cap"));
  }

  private OcppGateway gateway() {
    var engine =
        new EngineSide(
            event -> consumer.accept(event),
            ids::incrementAndGet,
            (station, token) -> true,
            () -> now);
    var messageIds = new AtomicInteger();
    return new OcppGateway(
        Map.of(CP1, StationTraits.PLAIN_AC),
        engine,
        settings,
        FrameTaps.NONE,
        counters,
        () -> "m" + messageIds.incrementAndGet());
  }

  private StationLink attach(OcppGateway gateway, Transport transport) {
    return gateway.attach(
        CP1,
        dialect(),
        transport,
        (delay, work) -> {
          alarms.add(work);
          return () -> {};
        });
  }

  private static FakeDialect dialect() {
    return new FakeDialect("fake1", true);
  }

  private static CompletableFuture<IntentOutcome> send(OcppGateway gateway, ChargingIntent intent) {
    return gateway.send(intent).toCompletableFuture();
  }

  private static final class Wire implements Transport {
    private final List<String> sent = new ArrayList<>();
    private final List<Integer> closeCodes = new ArrayList<>();
    private Consumer<String> onSend = text -> {};

    @Override
    public void send(String text) {
      sent.add(text);
      onSend.accept(text);
    }

    @Override
    public void close(int code, String reason) {
      closeCodes.add(code);
    }
  }
}
