package energy.setpoint.ocpp.proxy;

import energy.setpoint.ocpp.rpc.Alarm;
import energy.setpoint.ocpp.rpc.Turns;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The calls to one station: those of the CSMS and our own take turns, one under way for both
 * together (2.1 part 4 section 4.1.1). To be used within one mailbox, but for the two methods of
 * {@link Turns}.
 */
final class CallsDown implements Turns {

  private static final int REMEMBERED = 32;

  private final Executor mailbox;
  private final Alarm alarm;
  private final Duration deadline;
  private final int maxWaiting;
  private final Consumer<String> station;
  private final Queue<Waiting> waiting = new ArrayDeque<>();
  private final LinkedHashMap<String, Call> ended = new LinkedHashMap<>();
  private Optional<Runnable> own = Optional.empty();
  private Optional<Waiting> underWay = Optional.empty();
  private boolean ownTurn;

  /**
   * A call of the CSMS.
   *
   * @param answered gets the station's answer as received, however late
   * @param unsent is told why the station never got the call
   */
  record Call(String id, String text, Consumer<String> answered, Consumer<String> unsent) {}

  /**
   * @param deadline for a call's turn, and again for its answer
   * @param station sends to it
   */
  CallsDown(
      Executor mailbox, Alarm alarm, Duration deadline, int maxWaiting, Consumer<String> station) {
    this.mailbox = mailbox;
    this.alarm = alarm;
    this.deadline = deadline;
    this.maxWaiting = maxWaiting;
    this.station = station;
  }

  private static final class Waiting {
    final Call call;
    Runnable cancelDeadline = () -> {};

    Waiting(Call call) {
      this.call = call;
    }
  }

  void submit(Call call) {
    if (waiting.size() >= maxWaiting) {
      call.unsent().accept(maxWaiting + " calls are waiting for the station already.");
      return;
    }
    Waiting entry = new Waiting(call);
    waiting.add(entry);
    entry.cancelDeadline = later(() -> giveUp(entry));
    grant(false);
  }

  @Override
  public void take(Executor executor, Runnable call) {
    mailbox.execute(() -> {
      own = Optional.of(() -> executor.execute(call));
      grant(false);
    });
  }

  @Override
  public void release() {
    mailbox.execute(() -> {
      ownTurn = false;
      grant(waiting.peek() != null);
    });
  }

  /** True when an answer of the station belongs to a call of the CSMS, which then has got it. */
  boolean takesAnswer(String id, String text) {
    Optional<Waiting> current = underWay.filter(it -> it.call.id().equals(id));
    current.ifPresent(it -> {
      it.cancelDeadline.run();
      underWay = Optional.empty();
      remember(it.call);
    });
    Optional<Call> call = Optional.ofNullable(ended.get(id));
    call.ifPresent(it -> it.answered().accept(text));
    grant(false);
    return call.isPresent();
  }

  /** The CSMS is gone: what waits is dropped, what is under way still has the turn. */
  int dropWaiting() {
    int dropped = waiting.size();
    waiting.forEach(it -> it.cancelDeadline.run());
    waiting.clear();
    return dropped;
  }

  /**
   * @param csmsFirst after a call of ours, so that neither side can keep the other from its turn
   */
  private void grant(boolean csmsFirst) {
    if (ownTurn || underWay.isPresent()) {
      return;
    }
    if (own.isPresent() && !csmsFirst) {
      ownTurn = true;
      Runnable call = own.get();
      own = Optional.empty();
      call.run();
      return;
    }
    Waiting next = waiting.poll();
    if (next != null) {
      next.cancelDeadline.run();
      underWay = Optional.of(next);
      next.cancelDeadline = later(() -> timeOut(next));
      station.accept(next.call.text());
    }
  }

  private void giveUp(Waiting entry) {
    if (waiting.remove(entry)) {
      entry.call.unsent().accept("The station was busy for " + deadline + ".");
    }
  }

  /** The CSMS waits by its own clock; it gets a late answer all the same. */
  private void timeOut(Waiting entry) {
    if (underWay.filter(entry::equals).isPresent()) {
      underWay = Optional.empty();
      remember(entry.call);
      grant(false);
    }
  }

  private void remember(Call call) {
    ended.put(call.id(), call);
    if (ended.size() > REMEMBERED) {
      ended.pollFirstEntry();
    }
  }

  private Runnable later(Runnable task) {
    return alarm.set(deadline, () -> mailbox.execute(task));
  }
}
