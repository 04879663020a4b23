package energy.setpoint.ocpp.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.ocpp.rpc.CallHandler.Reply;
import energy.setpoint.ocpp.rpc.RpcListener.Stray;
import energy.setpoint.ocpp.rpc.frame.FrameCodec;
import energy.setpoint.ocpp.rpc.frame.MalformedFrame;
import energy.setpoint.ocpp.rpc.frame.RpcErrorCode;
import energy.setpoint.ocpp.rpc.transport.MemoryPipe;
import energy.setpoint.ocpp.rpc.transport.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RpcEndpointTest {

  private static final JsonNode EMPTY = FrameCodec.emptyObject();

  private final List<String> sent = new ArrayList<>();
  private final List<Integer> closeCodes = new ArrayList<>();
  private final List<Runnable> alarms = new ArrayList<>();
  private final Notes notes = new Notes();
  private Instant now = Instant.EPOCH;
  private int lastId;
  private CallHandler handler = (action, payload) -> Reply.of(EMPTY);
  private RpcRules rules = new RpcRules(Enum::name, true);

  @Test
  void matchesAnAnswerWithItsCall() {
    var endpoint = endpoint();

    var outcome = call(endpoint, "Reset");
    endpoint.receive("[3,\"1\",{\"status\":\"Accepted\"}]");

    assertThat(sent).containsExactly("[2,\"1\",\"Reset\",{}]");
    assertThat(outcome)
        .isCompletedWithValueMatching(it ->
            it instanceof CallOutcome.Answered answer
                && answer.id().equals("1")
                && answer.raw().equals("[3,\"1\",{\"status\":\"Accepted\"}]"));
  }

  @Test
  void reportsTheErrorOfThePeer() {
    var endpoint = endpoint();

    var outcome = call(endpoint, "Reset");
    endpoint.receive("[4,\"1\",\"NotSupported\",\"never\",{}]");

    assertThat(outcome)
        .isCompletedWithValue(
            new CallOutcome.Failed(
                "1", "NotSupported", "never", "[4,\"1\",\"NotSupported\",\"never\",{}]"));
  }

  @Test
  void sendsOneCallAtATimeAndTheOthersInOrder() {
    var endpoint = endpoint();

    call(endpoint, "A");
    call(endpoint, "B");
    call(endpoint, "C");
    var sentAtFirst = List.copyOf(sent);
    endpoint.receive("[3,\"1\",{}]");
    endpoint.receive("[3,\"2\",{}]");

    assertThat(sentAtFirst).containsExactly("[2,\"1\",\"A\",{}]");
    assertThat(sent)
        .containsExactly("[2,\"1\",\"A\",{}]", "[2,\"2\",\"B\",{}]", "[2,\"3\",\"C\",{}]");
  }

  @Test
  void refusesACallWhenTooManyWait() {
    var endpoint = endpoint();

    var first = call(endpoint, "A");
    call(endpoint, "B");
    call(endpoint, "C");
    var tooMany = call(endpoint, "D");
    endpoint.receive("[3,\"1\",{}]");
    var roomAgain = call(endpoint, "E");

    assertThat(first).isCompleted();
    assertThat(tooMany).isCompletedWithValue(new CallOutcome.QueueFull(2));
    assertThat(roomAgain).isNotDone();
  }

  @Test
  void givesUpWaitingAndGoesOnWithTheNextCall() {
    var endpoint = endpoint();

    var late = call(endpoint, "A");
    call(endpoint, "B");
    alarms.getFirst().run();

    assertThat(late)
        .isCompletedWithValue(new CallOutcome.TimedOut("1", RpcSettings.DEFAULT.callTimeout()));
    assertThat(sent).endsWith("[2,\"2\",\"B\",{}]");
  }

  @Test
  void tellsStrayAnswersApart() {
    var endpoint = endpoint();

    call(endpoint, "A");
    alarms.getFirst().run();
    endpoint.receive("[3,\"1\",{}]");
    call(endpoint, "B");
    endpoint.receive("[3,\"2\",{}]");
    endpoint.receive("[3,\"2\",{}]");
    endpoint.receive("[4,\"-1\",\"RpcFrameworkError\",\"\",{}]");

    assertThat(notes.strays).containsExactly(Stray.LATE, Stray.DUPLICATE, Stray.UNSOLICITED);
  }

  @Test
  void ignoresTheAlarmOfACallThatWasAnswered() {
    var endpoint = endpoint();

    var outcome = call(endpoint, "A");
    endpoint.receive("[3,\"1\",{}]");
    call(endpoint, "B");
    alarms.getFirst().run();

    assertThat(outcome.join()).isInstanceOf(CallOutcome.Answered.class);
    assertThat(sent).hasSize(2);
  }

  @Test
  void endsAllCallsWhenTheConnectionCloses() {
    var endpoint = endpoint();

    var underWay = call(endpoint, "A");
    var waiting = call(endpoint, "B");
    endpoint.closed("gone");
    var tooLate = call(endpoint, "C");

    assertThat(underWay).isCompletedWithValue(new CallOutcome.Closed(Optional.of("1"), "gone"));
    assertThat(waiting).isCompletedWithValue(new CallOutcome.Closed(Optional.empty(), "gone"));
    assertThat(tooLate).isCompletedWithValue(new CallOutcome.Closed(Optional.empty(), "gone"));
    assertThat(sent).hasSize(1);
  }

  @Test
  void saysThatAnAnswerWasGarbledInsteadOfWaitingForAnother() {
    var endpoint = endpoint();

    var outcome = call(endpoint, "A");
    endpoint.receive("[3,\"1\",[]]");

    assertThat(outcome.join()).isInstanceOf(CallOutcome.Garbled.class);
    assertThat(sent).hasSize(1);
  }

  @Test
  void answersCallsAndActsAfterwards() {
    handler = (action, payload) -> new Reply(payload, () -> sent.add("afterwards " + action));

    endpoint().receive("[2,\"x\",\"DataTransfer\",{\"a\":1}]");

    assertThat(sent).containsExactly("[3,\"x\",{\"a\":1}]", "afterwards DataTransfer");
  }

  @Test
  void answersWithTheErrorOfTheHandler() {
    handler =
        (action, payload) -> {
          throw new RpcException(RpcErrorCode.NOT_IMPLEMENTED, "Unknown action.");
        };

    endpoint().receive("[2,\"x\",\"Dance\",{}]");

    assertThat(sent).containsExactly("[4,\"x\",\"NOT_IMPLEMENTED\",\"Unknown action.\",{}]");
  }

  @Test
  void answersWithAnInternalErrorWhenTheHandlerBreaks() {
    handler =
        (action, payload) -> {
          throw new IllegalStateException("secret detail");
        };

    endpoint().receive("[2,\"x\",\"Heartbeat\",{}]");

    assertThat(sent)
        .singleElement()
        .asString()
        .startsWith("[4,\"x\",\"INTERNAL_ERROR\"")
        .doesNotContain("secret");
    assertThat(notes.faults).hasSize(1);
  }

  @Test
  void livesOnWhenWhatFollowsAnAnswerBreaks() {
    handler =
        (action, payload) ->
            new Reply(
                EMPTY,
                () -> {
                  throw new IllegalStateException("broken");
                });
    var endpoint = endpoint();

    endpoint.receive("[2,\"x\",\"Heartbeat\",{}]");
    endpoint.receive("[2,\"y\",\"Heartbeat\",{}]");

    assertThat(sent).containsExactly("[3,\"x\",{}]", "[3,\"y\",{}]");
    assertThat(notes.faults).hasSize(2);
  }

  @Test
  void handlesACallThatArrivesDuringAnotherAfterIt() {
    var seen = new ArrayList<String>();
    var self = new CompletableFuture<RpcEndpoint>();
    handler =
        (action, payload) -> {
          seen.add("begin " + action);
          if (action.equals("A")) {
            self.join().receive("[2,\"b\",\"B\",{}]");
          }
          seen.add("end " + action);
          return Reply.of(EMPTY);
        };
    self.complete(endpoint());

    self.join().receive("[2,\"a\",\"A\",{}]");

    assertThat(seen).containsExactly("begin A", "end A", "begin B", "end B");
    assertThat(sent).containsExactly("[3,\"a\",{}]", "[3,\"b\",{}]");
  }

  @Test
  void answersUnreadableMessagesWithTheIdMinusOne() {
    var endpoint = endpoint();

    endpoint.receive("nonsense");
    endpoint.receive("[7,\"x\"]");
    endpoint.receive("[2,\"y\",\"A\"]");
    endpoint.receive("[2,\"z\",\"A\",5]");

    assertThat(sent)
        .satisfiesExactly(
            it -> assertThat(it).startsWith("[4,\"-1\",\"RPC_FRAMEWORK_ERROR\""),
            it -> assertThat(it).startsWith("[4,\"x\",\"MESSAGE_TYPE_NOT_SUPPORTED\""),
            it -> assertThat(it).startsWith("[4,\"y\",\"RPC_FRAMEWORK_ERROR\""),
            it -> assertThat(it).startsWith("[4,\"z\",\"FORMAT_VIOLATION\""));
  }

  @Test
  void answersOnlyReadableCallsWhereTheVersionKnowsNoOtherWay() {
    rules = new RpcRules(Enum::name, false);
    var endpoint = endpoint();

    endpoint.receive("nonsense");
    endpoint.receive("[7,\"x\"]");
    endpoint.receive("[2,17,\"A\",{}]");
    endpoint.receive("[2,\"z\",\"A\",5]");

    assertThat(sent).singleElement().asString().startsWith("[4,\"z\",\"FORMAT_VIOLATION\"");
    assertThat(notes.malformed).hasSize(4);
  }

  @Test
  void neverAnswersAnAnswer() {
    rules = new RpcRules(Enum::name, true, true);
    var endpoint = endpoint();

    endpoint.receive("[3,\"x\"]");
    endpoint.receive("[4,\"x\"]");
    endpoint.receive("[5,\"x\"]");
    endpoint.receive("[6,\"x\"]");
    endpoint.receive("[5,\"x\",\"FormatViolation\",\"\",{}]");
    endpoint.receive("[6,\"x\",\"NotifyPeriodicEventStream\",{}]");

    assertThat(sent).isEmpty();
    assertThat(notes.malformed).hasSize(4);
    assertThat(notes.strays).hasSize(3).containsOnly(Stray.UNSOLICITED);
    assertThat(notes.notTaken).hasSize(1);
  }

  @Test
  void takesASendAndDoesNotAnswerIt() {
    rules = new RpcRules(Enum::name, true, true);
    var taken = new ArrayList<String>();
    handler =
        new CallHandler() {
          @Override
          public Reply handle(String action, JsonNode payload) {
            return Reply.of(EMPTY);
          }

          @Override
          public Runnable take(String action, JsonNode payload) {
            return () -> taken.add(action + payload);
          }
        };

    endpoint().receive("[6,\"x\",\"NotifyPeriodicEventStream\",{\"id\":1}]");

    assertThat(taken).containsExactly("NotifyPeriodicEventStream{\"id\":1}");
    assertThat(sent).isEmpty();
    assertThat(notes.notTaken).isEmpty();
  }

  @Test
  void countsSendAndCallResultErrorAmongUnknownTypesWhereTheVersionHasThemNot() {
    var endpoint = endpoint();

    endpoint.receive("[5,\"a\",\"FormatViolation\",\"\",{}]");
    endpoint.receive("[6,\"b\",\"NotifyPeriodicEventStream\",{}]");
    endpoint.receive("[6,\"c\"]");

    assertThat(sent)
        .satisfiesExactly(
            it -> assertThat(it).startsWith("[4,\"a\",\"MESSAGE_TYPE_NOT_SUPPORTED\""),
            it -> assertThat(it).startsWith("[4,\"b\",\"MESSAGE_TYPE_NOT_SUPPORTED\""),
            it -> assertThat(it).startsWith("[4,\"c\",\"MESSAGE_TYPE_NOT_SUPPORTED\""));
  }

  @Test
  void tellsWhoeverMadeAnAnswerThatThePeerCannotUseIt() {
    rules = new RpcRules(Enum::name, true, true);
    var rejected = new ArrayList<String>();
    handler =
        new CallHandler() {
          @Override
          public Reply handle(String action, JsonNode payload) {
            return Reply.of(EMPTY);
          }

          @Override
          public void answerRejected(String action, String code, String description) {
            rejected.add(action + " " + code + " " + description);
          }
        };
    var endpoint = endpoint();

    endpoint.receive("[2,\"x\",\"Authorize\",{}]");
    endpoint.receive("[5,\"x\",\"FormatViolation\",\"no idTokenInfo\",{}]");
    endpoint.receive("[5,\"x\",\"FormatViolation\",\"again\",{}]");

    assertThat(rejected).containsExactly("Authorize FormatViolation no idTokenInfo");
    assertThat(notes.rejected).containsExactly("Authorize");
    assertThat(notes.strays).containsExactly(Stray.UNSOLICITED);
  }

  @Test
  void letsUrgentCallsGoFirst() {
    var endpoint = endpoint();

    call(endpoint, "UnderWay");
    var unused = endpoint.call("Question", EMPTY, Precedence.LAST);
    call(endpoint, "Limit");
    endpoint.receive("[3,\"1\",{}]");
    endpoint.receive("[3,\"2\",{}]");

    assertThat(sent)
        .containsExactly(
            "[2,\"1\",\"UnderWay\",{}]", "[2,\"2\",\"Limit\",{}]", "[2,\"3\",\"Question\",{}]");
  }

  @Test
  void keepsRoomForUrgentCallsWhenManyOthersWait() {
    var endpoint = endpoint();
    for (int i = 0; i < 4; i++) {
      var unused = endpoint.call("Question", EMPTY, Precedence.LAST);
    }

    var urgent = call(endpoint, "Limit");

    assertThat(urgent).isNotDone();
  }

  @Test
  void doesNotSendACallWhoseTurnComesTooLate() {
    var endpoint = endpoint();

    call(endpoint, "A");
    var waiting = call(endpoint, "B");
    alarms.get(1).run();
    endpoint.receive("[3,\"1\",{}]");

    assertThat(waiting)
        .isCompletedWithValue(new CallOutcome.Expired(RpcSettings.DEFAULT.maxWait()));
    assertThat(sent).containsExactly("[2,\"1\",\"A\",{}]");
  }

  @Test
  void closesAfterTooManyBadFramesInAMinute() {
    var endpoint = endpoint();

    for (int i = 0; i < 10; i++) {
      endpoint.receive("nonsense");
    }
    var afterTen = List.copyOf(closeCodes);
    endpoint.receive("nonsense");

    assertThat(afterTen).isEmpty();
    assertThat(closeCodes).containsExactly(1008);
  }

  @Test
  void forgivesBadFramesThatAreLongAgo() {
    var endpoint = endpoint();

    for (int i = 0; i < 100; i++) {
      endpoint.receive("nonsense");
      now = now.plusSeconds(6);
    }

    assertThat(closeCodes).isEmpty();
  }

  @Test
  void playsAnEndlessGameWithAPeerThatAnswersAtOnceWithoutRecursing() {
    var pipe = new MemoryPipe();
    var ends = new ArrayList<RpcEndpoint>();
    var rounds = new AtomicInteger();
    var answered = new AtomicInteger();
    for (MemoryPipe.End end : List.of(pipe.station(), pipe.server())) {
      int other = 1 - ends.size();
      CallHandler strikesBack =
          (action, payload) -> {
            if (rounds.incrementAndGet() < 50_000) {
              var unused = call(ends.get(other), "Ball").thenRun(answered::incrementAndGet);
            }
            return Reply.of(EMPTY);
          };
      ends.add(RpcEndpoint.over(end, strikesBack, rules).build());
      end.deliverTo(ends.getLast());
    }

    var unused = call(ends.getFirst(), "Ball").thenRun(answered::incrementAndGet);

    assertThat(rounds).hasValue(50_000);
    assertThat(answered).hasValue(50_000);
  }

  @Test
  void letsBothSidesCallEachOtherAtOnce() {
    var pipe = new MemoryPipe();
    var order = new ArrayList<String>();
    var station = new CompletableFuture<RpcEndpoint>();
    CallHandler callsBack =
        (action, payload) -> {
          order.add("server got " + action);
          return Reply.of(EMPTY);
        };
    CallHandler asksBeforeItAnswers =
        (action, payload) -> {
          var unused =
              station.join().call("Inner", EMPTY).thenAccept(it -> order.add("inner answered"));
          order.add("station got " + action);
          return Reply.of(EMPTY);
        };
    station.complete(RpcEndpoint.over(pipe.station(), asksBeforeItAnswers, rules).build());
    var server = RpcEndpoint.over(pipe.server(), callsBack, rules).build();
    pipe.station().deliverTo(station.join());
    pipe.server().deliverTo(server);

    var outer = call(server, "Outer").thenAccept(it -> order.add("outer answered"));

    assertThat(outer).isCompleted();
    assertThat(order)
        .containsExactly(
            "station got Outer", "server got Inner", "inner answered", "outer answered");
  }

  @Test
  void canBeUsedByManyThreads() {
    var pipe = new MemoryPipe();
    var station = RpcEndpoint.over(pipe.station(), handler, rules).build();
    var wide = new RpcSettings(Duration.ofSeconds(30), 10_000, 10, Duration.ofMinutes(1));
    var server = RpcEndpoint.over(pipe.server(), handler, rules).settings(wide).build();
    pipe.station().deliverTo(station);
    pipe.server().deliverTo(server);

    var outcomes =
        IntStream.range(0, 8)
            .mapToObj(thread ->
                CompletableFuture.supplyAsync(() ->
                    IntStream.range(0, 500).mapToObj(i -> call(server, "Heartbeat")).toList()))
            .flatMap(it -> it.join().stream())
            .map(it -> it.orTimeout(20, TimeUnit.SECONDS).join())
            .toList();

    assertThat(outcomes.stream().filter(it -> !(it instanceof CallOutcome.Answered))).isEmpty();
  }

  private static CompletableFuture<CallOutcome> call(RpcEndpoint endpoint, String action) {
    return endpoint.call(action, EMPTY).toCompletableFuture();
  }

  private RpcEndpoint endpoint() {
    var settings = new RpcSettings(RpcSettings.DEFAULT.callTimeout(), 2, 10, Duration.ofMinutes(1));
    return RpcEndpoint.over(new RecordingTransport(), handler, rules)
        .settings(settings)
        .alarm((delay, work) -> {
          alarms.add(work);
          return () -> {};
        })
        .wallClock(() -> now)
        .messageIds(() -> String.valueOf(++lastId))
        .listener(notes)
        .build();
  }

  private final class RecordingTransport implements Transport {
    @Override
    public void send(String text) {
      sent.add(text);
    }

    @Override
    public void close(int code, String reason) {
      closeCodes.add(code);
    }
  }

  private static final class Notes implements RpcListener {
    private final List<Stray> strays = new ArrayList<>();
    private final List<MalformedFrame> malformed = new ArrayList<>();
    private final List<String> notTaken = new ArrayList<>();
    private final List<String> rejected = new ArrayList<>();
    private final List<Throwable> faults = new ArrayList<>();

    @Override
    public void stray(Stray kind, String id) {
      strays.add(kind);
    }

    @Override
    public void malformed(MalformedFrame frame) {
      malformed.add(frame);
    }

    @Override
    public void sendTaken(String action, Optional<RpcException> error) {
      error.ifPresent(it -> notTaken.add(action));
    }

    @Override
    public void answerRejected(String action, String code, String description) {
      rejected.add(action);
    }

    @Override
    public void fault(Throwable cause) {
      faults.add(cause);
    }
  }
}
