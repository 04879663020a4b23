package energy.setpoint.ocpp.rpc;

import energy.setpoint.ocpp.rpc.frame.Frame;
import energy.setpoint.ocpp.rpc.frame.FrameCodec;
import energy.setpoint.ocpp.rpc.frame.MalformedFrame;
import energy.setpoint.ocpp.rpc.transport.FrameReceiver;
import energy.setpoint.ocpp.rpc.transport.FrameTap;
import energy.setpoint.ocpp.rpc.transport.FrameTap.Direction;
import energy.setpoint.ocpp.rpc.transport.Transport;
import energy.setpoint.ocpp.rpc.turn.Alarm;
import energy.setpoint.ocpp.rpc.turn.Mailbox;
import energy.setpoint.ocpp.rpc.turn.Turns;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * One end of an OCPP-J conversation, server or station, over any transport. It makes no threads and
 * takes no locks: whoever delivers a frame, places a call or rings the alarm does the work, one
 * after the other. Any thread may use it.
 */
public final class RpcEndpoint implements FrameReceiver {

  /** The peer broke the rules too often (RFC 6455 section 7.4.1). */
  static final int POLICY_VIOLATION = 1008;

  private final Transport transport;
  private final RpcRules rules;
  private final RpcSettings settings;
  private final InstantSource wallClock;
  private final FrameTap tap;
  private final RpcListener listener;
  private final Mailbox mailbox;
  private final CallQueue calls;
  private final BadFrameBudget badFrames;
  private final CallAnswers answers;
  private final Map<Precedence, AtomicInteger> openCalls =
      Map.of(Precedence.FIRST, new AtomicInteger(), Precedence.LAST, new AtomicInteger());
  private boolean open = true;

  private RpcEndpoint(Builder parts) {
    transport = parts.transport;
    rules = parts.rules;
    settings = parts.settings;
    wallClock = parts.wallClock;
    tap = parts.tap;
    listener = parts.listener;
    mailbox = new Mailbox(transport::execute, listener::fault);
    calls =
        new CallQueue(
            settings.callTimeout(),
            settings.maxWait(),
            parts.messageIds,
            this::send,
            (delay, task) -> parts.alarm.set(delay, () -> mailbox.post(task)),
            listener,
            call -> parts.turns.take(mailbox::post, call),
            parts.turns::release);
    answers = new CallAnswers(parts.handler, rules, listener, this::send);
    badFrames = new BadFrameBudget(settings.maxBadFrames(), settings.badFrameWindow());
  }

  /** An endpoint that sends over a transport and answers calls with a handler. */
  public static Builder over(Transport transport, CallHandler handler, RpcRules rules) {
    return new Builder(transport, handler, rules);
  }

  /**
   * Calls the peer, now or when the calls before have ended.
   *
   * @return completes normally in every case
   */
  public CompletionStage<CallOutcome> call(String action, JsonNode payload) {
    return call(action, payload, Precedence.FIRST);
  }

  /**
   * Calls the peer, now or when the calls before have ended, and those that take precedence.
   *
   * @return completes normally in every case
   */
  public CompletionStage<CallOutcome> call(String action, JsonNode payload, Precedence precedence) {
    int limit = settings.maxWaitingCalls();
    AtomicInteger open = Objects.requireNonNull(openCalls.get(precedence));
    if (open.incrementAndGet() > limit + 1) {
      open.decrementAndGet();
      var full = new CallOutcome.QueueFull(limit);
      listener.callEnded(action, full);
      return CompletableFuture.completedFuture(full);
    }
    var outcome = new CompletableFuture<CallOutcome>();
    var counted = outcome.whenComplete((result, error) -> open.decrementAndGet());
    mailbox.post(() -> calls.submit(action, payload, precedence, outcome));
    return counted;
  }

  @Override
  public void receive(String text) {
    mailbox.post(() -> accept(text));
  }

  @Override
  public void closed(String reason) {
    mailbox.post(() -> {
      open = false;
      calls.close(reason);
    });
  }

  /** Ends the connection from here. */
  public void close(int code, String reason) {
    mailbox.post(() -> transport.close(code, reason));
    closed(reason);
  }

  private void accept(String text) {
    if (!open) {
      return;
    }
    tap.saw(Direction.RECEIVED, text);
    switch (rules.parse(text)) {
      case Frame.Call call -> answers.answer(call);
      case Frame.CallResult result ->
          calls.answer(result.id(), id -> new CallOutcome.Answered(id, result.payload(), text));
      case Frame.CallError error ->
          calls.answer(
              error.id(),
              id -> new CallOutcome.Failed(id, error.code(), error.description(), text));
      case Frame.CallResultError error -> answers.rejected(error);
      case Frame.Send send -> answers.take(send);
      case MalformedFrame bad -> refuse(bad, text);
    }
  }

  private void refuse(MalformedFrame bad, String text) {
    listener.malformed(bad);
    if (bad.isAnswer()) {
      bad.id()
          .ifPresent(
              it -> calls.answer(it, id -> new CallOutcome.Garbled(id, bad.description(), text)));
    } else if (rules.answersUnreadable() ? bad.isAnswerable() : isReadableCall(bad)) {
      answers.sendError(
          bad.id().orElse(Frame.UNREADABLE_ID),
          new RpcException(bad.problem().code(), bad.description()));
    }
    if (bad.problem() != MalformedFrame.Problem.UNKNOWN_MESSAGE_TYPE
        && badFrames.overdrawnAt(wallClock.instant())) {
      close(POLICY_VIOLATION, "Too many malformed messages.");
    }
  }

  private static boolean isReadableCall(MalformedFrame bad) {
    return bad.type().isPresent() && bad.isAnswerable() && bad.id().isPresent();
  }

  private void send(Frame frame) {
    String text = FrameCodec.write(frame);
    tap.saw(Direction.SENT, text);
    transport.send(text);
  }

  /** Collects the parts of an endpoint; what is not said has a default. */
  public static final class Builder {

    private final Transport transport;
    private final CallHandler handler;
    private final RpcRules rules;
    private RpcSettings settings = RpcSettings.DEFAULT;
    private Alarm alarm = Alarm.never();
    private InstantSource wallClock = InstantSource.system();
    private Supplier<String> messageIds = () -> UUID.randomUUID().toString();
    private FrameTap tap = FrameTap.NONE;
    private RpcListener listener = RpcListener.NONE;
    private Turns turns = Turns.FREE;

    private Builder(Transport transport, CallHandler handler, RpcRules rules) {
      this.transport = transport;
      this.handler = handler;
      this.rules = rules;
    }

    public Builder settings(RpcSettings value) {
      settings = value;
      return this;
    }

    /** Without it no call ever times out. */
    public Builder alarm(Alarm value) {
      alarm = value;
      return this;
    }

    public Builder wallClock(InstantSource value) {
      wallClock = value;
      return this;
    }

    /** Ids never used before by this end, at most 36 characters each; random UUIDs by default. */
    public Builder messageIds(Supplier<String> value) {
      messageIds = value;
      return this;
    }

    public Builder tap(FrameTap value) {
      tap = value;
      return this;
    }

    public Builder listener(RpcListener value) {
      listener = value;
      return this;
    }

    /** Who else calls the same peer; by default nobody. */
    public Builder turns(Turns value) {
      turns = value;
      return this;
    }

    public RpcEndpoint build() {
      return new RpcEndpoint(this);
    }
  }
}
