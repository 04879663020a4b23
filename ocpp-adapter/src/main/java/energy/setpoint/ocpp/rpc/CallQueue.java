package energy.setpoint.ocpp.rpc;

import energy.setpoint.ocpp.rpc.RpcListener.Stray;
import energy.setpoint.ocpp.rpc.frame.Frame;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Our calls to the peer: one under way, the others waiting in line (OCPP 2.1 part 4 section 4.1.1).
 * To be used by one thread at a time.
 */
final class CallQueue {

  private final Deque<Waiting> first = new ArrayDeque<>();
  private final Deque<Waiting> last = new ArrayDeque<>();
  private final RecentIds timedOut = new RecentIds();
  private final RecentIds answered = new RecentIds();
  private final Duration timeout;
  private final Duration maxWait;
  private final Supplier<String> ids;
  private final Consumer<Frame> sender;
  private final BiFunction<Duration, Runnable, Runnable> alarm;
  private final RpcListener listener;
  private final Consumer<Runnable> turn;
  private final Runnable endOfTurn;
  private boolean awaitsTurn;
  private @Nullable UnderWay underWay;
  private @Nullable String closedBecause;

  /**
   * @param alarm runs a task later, in the thread that may use this queue; returns what cancels it
   * @param turn runs a task in that thread as soon as it is our turn to call
   * @param endOfTurn is run when that turn is over
   */
  CallQueue(
      Duration timeout,
      Duration maxWait,
      Supplier<String> ids,
      Consumer<Frame> sender,
      BiFunction<Duration, Runnable, Runnable> alarm,
      RpcListener listener,
      Consumer<Runnable> turn,
      Runnable endOfTurn) {
    this.turn = turn;
    this.endOfTurn = endOfTurn;
    this.timeout = timeout;
    this.maxWait = maxWait;
    this.ids = ids;
    this.sender = sender;
    this.alarm = alarm;
    this.listener = listener;
  }

  void submit(
      String action,
      JsonNode payload,
      Precedence precedence,
      CompletableFuture<CallOutcome> outcome) {
    var call = new Waiting(action, payload, outcome);
    if (closedBecause != null) {
      finish(call, new CallOutcome.Closed(Optional.empty(), closedBecause));
      return;
    }
    queue(precedence).add(call);
    sendNext();
    if (queue(precedence).contains(call)) {
      call.cancelExpiry = alarm.apply(maxWait, () -> expire(call, precedence));
    }
  }

  private Deque<Waiting> queue(Precedence precedence) {
    return switch (precedence) {
      case FIRST -> first;
      case LAST -> last;
    };
  }

  private void expire(Waiting call, Precedence precedence) {
    if (queue(precedence).remove(call)) {
      finish(call, new CallOutcome.Expired(maxWait));
    }
  }

  private @Nullable Waiting pollNext() {
    Waiting next = first.isEmpty() ? last.poll() : first.poll();
    if (next != null) {
      next.cancelExpiry.run();
    }
    return next;
  }

  private void sendNext() {
    if (underWay == null && !awaitsTurn && (!first.isEmpty() || !last.isEmpty())) {
      awaitsTurn = true;
      turn.accept(this::sendInTurn);
    }
  }

  private void sendInTurn() {
    awaitsTurn = false;
    Waiting next = pollNext();
    if (next == null) {
      endOfTurn.run();
      return;
    }
    String id = ids.get();
    Runnable cancel = alarm.apply(timeout, () -> timeOut(id));
    underWay = new UnderWay(id, next, cancel);
    listener.callSent(next.action);
    sender.accept(new Frame.Call(id, next.action, next.payload));
  }

  /** Ends the call under way if it has this id; otherwise the answer is a stray one. */
  void answer(String id, Function<String, CallOutcome> outcome) {
    UnderWay call = underWay;
    if (call == null || !call.id().equals(id)) {
      listener.stray(strayKind(id), id);
      return;
    }
    call.cancelTimeout().run();
    answered.add(id);
    end(call, outcome.apply(id));
  }

  private Stray strayKind(String id) {
    if (timedOut.contains(id)) {
      return Stray.LATE;
    }
    return answered.contains(id) ? Stray.DUPLICATE : Stray.UNSOLICITED;
  }

  private void timeOut(String id) {
    UnderWay call = underWay;
    if (call != null && call.id().equals(id)) {
      timedOut.add(id);
      end(call, new CallOutcome.TimedOut(id, timeout));
    }
  }

  private void end(UnderWay call, CallOutcome outcome) {
    underWay = null;
    endOfTurn.run();
    finish(call.call(), outcome);
    sendNext();
  }

  /** The connection is gone: nobody will answer any more. */
  void close(String reason) {
    closedBecause = reason;
    UnderWay call = underWay;
    underWay = null;
    if (call != null) {
      call.cancelTimeout().run();
      endOfTurn.run();
      finish(call.call(), new CallOutcome.Closed(Optional.of(call.id()), reason));
    }
    for (Waiting next = pollNext(); next != null; next = pollNext()) {
      finish(next, new CallOutcome.Closed(Optional.empty(), reason));
    }
  }

  private void finish(Waiting call, CallOutcome outcome) {
    listener.callEnded(call.action, outcome);
    call.outcome.complete(outcome);
  }

  /** A call that waits for its turn; two that say the same are still two. */
  private static final class Waiting {

    private final String action;
    private final JsonNode payload;
    private final CompletableFuture<CallOutcome> outcome;
    private Runnable cancelExpiry = () -> {};

    Waiting(String action, JsonNode payload, CompletableFuture<CallOutcome> outcome) {
      this.action = action;
      this.payload = payload;
      this.outcome = outcome;
    }
  }

  private record UnderWay(String id, Waiting call, Runnable cancelTimeout) {}
}
