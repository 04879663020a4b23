package energy.setpoint.ocpp.proxy.outage;

import energy.setpoint.ocpp.rpc.frame.Frame;
import energy.setpoint.ocpp.rpc.frame.FrameCodec;
import energy.setpoint.ocpp.stats.ProxyCounters;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers what was kept, one message at a time and each until it was answered: first the messages
 * in their order, then the newest states. Nothing newer goes to the CSMS meanwhile.
 */
final class CatchUp {

  private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);

  /** As often as a station tries that was told nothing else (1.6 section 3.7.1). */
  private static final int MAX_ATTEMPTS = 3;

  private static final int GOING_AWAY = 1001;

  private final Ends ends;
  private final OutageQueue queue;
  private final NewestStates states;
  private final TransactionAliases aliases;
  private final ProxyStore store;
  private final ProxyCounters counters;
  private boolean lineUp;
  private boolean pausing;
  private Optional<Delivery> underWay = Optional.empty();
  private Runnable cancelAlarm = () -> {};
  private int attempts;

  /**
   * @param call as the station sent it
   */
  private sealed interface Delivery {

    Frame.Call call();

    record OfMessage(Frame.Call call, KeptMessage message) implements Delivery {}

    record OfState(String about, StationCall said) implements Delivery {
      @Override
      public Frame.Call call() {
        return said.call();
      }
    }
  }

  CatchUp(
      Ends ends,
      OutageQueue queue,
      NewestStates states,
      TransactionAliases aliases,
      ProxyStore store,
      ProxyCounters counters) {
    this.ends = ends;
    this.queue = queue;
    this.states = states;
    this.aliases = aliases;
    this.store = store;
    this.counters = counters;
  }

  boolean isDone() {
    return lineUp && underWay.isEmpty() && queue.first().isEmpty() && states.isEmpty();
  }

  void begin() {
    lineUp = true;
    goOn();
  }

  /** What is under way is sent again the next time: a message is still in its queue. */
  void interrupt() {
    lineUp = false;
    pausing = false;
    if (underWay.orElse(null) instanceof Delivery.OfState state) {
      states.putBack(state.about(), state.said());
    }
    underWay = Optional.empty();
    cancelAlarm.run();
  }

  void goOn() {
    if (!lineUp || pausing || underWay.isPresent()) {
      return;
    }
    Optional<KeptMessage> message = queue.first();
    if (message.isPresent()) {
      deliver(message.get());
    } else {
      states
          .poll()
          .ifPresent(
              it -> send(new Delivery.OfState(it.getKey(), it.getValue()), it.getValue().text()));
    }
  }

  private void deliver(KeptMessage message) {
    if (FrameCodec.parse(message.text()) instanceof Frame.Call call) {
      Optional<Frame.Call> translated = aliases.upward(call);
      translated.ifPresent(it -> counters.rewritten("transaction id"));
      send(
          new Delivery.OfMessage(call, message),
          translated.map(FrameCodec::write).orElse(message.text()));
    } else {
      counters.dropped("unreadable in the store");
      settle(message, Optional.empty());
    }
  }

  private void send(Delivery delivery, String text) {
    underWay = Optional.of(delivery);
    ends.csms().send(text);
    cancelAlarm = later(() -> timeOut(delivery), ends.deadline());
  }

  boolean takesAnswer(String id, String text) {
    Optional<Delivery> answered = underWay.filter(it -> it.call().id().equals(id));
    answered.ifPresent(it -> {
      cancelAlarm.run();
      underWay = Optional.empty();
      switch (it) {
        case Delivery.OfMessage kept -> judge(kept.call(), kept.message(), text);
        case Delivery.OfState _ -> goOn();
      }
    });
    return answered.isPresent();
  }

  private void judge(Frame.Call call, KeptMessage message, String text) {
    if (FrameCodec.parse(text) instanceof Frame.CallResult result) {
      settle(message, aliases.findAlias(call.action(), message.answer(), result.payload()));
      counters.messageReplayed();
    } else {
      refused(call, message);
    }
  }

  private void refused(Frame.Call call, KeptMessage message) {
    attempts++;
    if (attempts >= MAX_ATTEMPTS) {
      counters.dropped("refused by the CSMS");
      LOG.error("{}: the CSMS refused {} {} for good", ends.station(), call.action(), call.id());
      settle(message, Optional.empty());
    } else {
      pausing = true;
      cancelAlarm =
          later(
              () -> {
                pausing = false;
                goOn();
              },
              ends.retryPause());
    }
  }

  private void settle(KeptMessage message, Optional<TransactionAlias> learned) {
    attempts = 0;
    queue.remove(message);
    Optional<TransactionAlias> alias = learned.filter(it -> it.local() != it.csms());
    store
        .settle(ends.station(), message.number(), alias)
        .whenComplete((done, error) -> {
          if (error != null) {
            LOG.warn("{}: a delivered message stays stored: {}", ends.station(), error.toString());
          }
        });
    alias.flatMap(aliases::learn).ifPresent(forgotten -> store.forget(ends.station(), forgotten));
    goOn();
  }

  /**
   * A CSMS that does not answer is as good as gone. It has refused nothing, so that this is no
   * attempt: one that is slow after a restart must not cost a transaction.
   */
  private void timeOut(Delivery delivery) {
    if (underWay.filter(delivery::equals).isPresent()) {
      ends.csms().drop(GOING_AWAY, "no answer to " + delivery.call().action());
    }
  }

  private Runnable later(Runnable task, Duration delay) {
    return ends.alarm().set(delay, () -> ends.mailbox().execute(task));
  }
}
