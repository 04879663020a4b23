package energy.setpoint.ocpp.proxy.calls;

import energy.setpoint.ocpp.rpc.turn.Alarm;
import energy.setpoint.ocpp.rpc.turn.Turns;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The calls to one station: those of the CSMS and our own take turns, one under way for both
 * together (2.1 part 4 section 4.1.1). To be used within one mailbox, but for the two methods of
 * {@link Turns}.
 */
public final class CallsDown implements Turns {

  private final Executor mailbox;
  private final Alarm alarm;
  private final Duration deadline;
  private final int maxWaiting;
  private final Consumer<String> station;
  private final Queue<Waiting> waiting = new ArrayDeque<>();
  private final EndedCalls ended;
  private Optional<Runnable> own = Optional.empty();
  private Optional<Waiting> underWay = Optional.empty();
  private boolean ownTurn;

  /** Whose call it is. */
  public enum Sender {
    CSMS,
    /** The proxy itself, in the CSMS's place. */
    PROXY
  }

  /**
   * A call that waits for its turn.
   *
   * @param answered gets the station's first answer as received, however late
   * @param unsent is told why the station never got the call
   */
  public record Call(
      Sender sender, String id, String text, Consumer<String> answered, Consumer<String> unsent) {}

  /**
   * @param deadline for a call's turn, and again for its answer
   * @param station sends to it
   * @param csms gets a second answer to a call of its own
   */
  public CallsDown(
      Executor mailbox,
      Alarm alarm,
      Duration deadline,
      int maxWaiting,
      Consumer<String> station,
      Consumer<String> csms) {
    this.mailbox = mailbox;
    this.alarm = alarm;
    this.deadline = deadline;
    this.maxWaiting = maxWaiting;
    this.station = station;
    this.ended = new EndedCalls(csms);
  }

  private static final class Waiting {
    final Call call;
    Runnable cancelDeadline = () -> {};

    Waiting(Call call) {
      this.call = call;
    }
  }

  public void submit(Call call) {
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

  /** True when an answer of the station belongs to a call from here, whose sender has got it. */
  public boolean takesAnswer(String id, String text) {
    Optional<Waiting> current = underWay.filter(it -> it.call.id().equals(id));
    current.ifPresent(it -> {
      it.cancelDeadline.run();
      underWay = Optional.empty();
      ended.add(it.call);
    });
    boolean taken = ended.takesAnswer(id, text);
    grant(false);
    return taken;
  }

  /**
   * The CSMS is gone: its calls that wait are dropped, what is under way still has the turn. Those
   * of the proxy stay, for what they change is in the book already.
   */
  public void dropThoseOfCsms() {
    waiting.removeIf(it -> {
      boolean drop = it.call.sender() == Sender.CSMS;
      if (drop) {
        it.cancelDeadline.run();
      }
      return drop;
    });
  }

  /** The station is gone. */
  public void dropAll() {
    List<Waiting> dropped = List.copyOf(waiting);
    waiting.clear();
    dropped.forEach(it -> {
      it.cancelDeadline.run();
      it.call.unsent().accept("The station is gone.");
    });
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
      ended.add(entry.call);
      grant(false);
    }
  }

  private Runnable later(Runnable task) {
    return alarm.set(deadline, () -> mailbox.execute(task));
  }
}
