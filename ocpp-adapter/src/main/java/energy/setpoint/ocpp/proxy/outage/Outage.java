package energy.setpoint.ocpp.proxy.outage;

import energy.setpoint.ocpp.overheard.Keeping;
import energy.setpoint.ocpp.overheard.RelayWords;
import energy.setpoint.ocpp.proxy.outage.ProxyStore.Kept;
import energy.setpoint.ocpp.rpc.frame.Frame;
import energy.setpoint.ocpp.rpc.frame.FrameCodec;
import energy.setpoint.ocpp.stats.ProxyCounters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Stands in for a CSMS that is away: the engine answers the station, and what the CSMS must learn
 * is kept, each message before its answer is given. To be used within one mailbox.
 */
public final class Outage {

  private static final Logger LOG = LoggerFactory.getLogger(Outage.class);

  private final RelayWords words;
  private final Ends ends;
  private final ProxyStore store;
  private final ProxyCounters counters;
  private final OutageQueue queue;
  private final NewestStates states = new NewestStates();
  private final CatchUp catchUp;
  private final Map<String, Unanswered> unanswered = new HashMap<>();
  private volatile int queued;

  private record Unanswered(StationCall said, boolean intermediate) {}

  /**
   * @param maxMessages that are kept for the station, at least 1
   * @param maxCharacters of all of them together
   * @param kept from before, which goes first
   */
  public Outage(
      RelayWords words,
      Ends ends,
      ProxyStore store,
      ProxyCounters counters,
      int maxMessages,
      long maxCharacters,
      Kept kept,
      TransactionAliases aliases) {
    this.words = words;
    this.ends = ends;
    this.store = store;
    this.counters = counters;
    this.queue = new OutageQueue(maxMessages, maxCharacters, kept.messages());
    this.catchUp = new CatchUp(ends, queue, states, aliases, store, counters);
    this.queued = queue.size();
  }

  /** How many messages wait for the CSMS. Any thread may ask. */
  public int queued() {
    return queued;
  }

  /** True when the CSMS has all that came before, so that what comes now can go straight on. */
  public boolean isOver() {
    return catchUp.isDone() && unanswered.isEmpty();
  }

  /** Has a call answered here, and keeps what it says if the CSMS must learn it. */
  public void take(StationCall said) {
    Frame.Call call = said.call();
    switch (words.keeping(call.action(), call.payload())) {
      case Keeping.InOrder order ->
          unanswered.put(call.id(), new Unanswered(said, order.intermediate()));
      case Keeping.Newest newest -> states.put(newest.about(), said);
      case Keeping.ForNow _ -> {}
    }
    counters.answeredHere(call.action());
    ends.toEngine().accept(said.text());
  }

  /** True when an answer of the engine must wait until its call is kept. */
  public boolean holdsBack(String answer) {
    if (unanswered.isEmpty()) {
      return false;
    }
    return switch (FrameCodec.parse(answer)) {
      case Frame.CallResult result -> {
        Unanswered call = unanswered.remove(result.id());
        if (call != null) {
          keep(call, answer);
        }
        yield call != null;
      }
      case Frame.CallError error -> {
        Unanswered call = unanswered.remove(error.id());
        yield call != null && keepUnread(call);
      }
      default -> false;
    };
  }

  /**
   * What only we would refuse is for the CSMS to judge. Where no receipt can be given, the station
   * gets the error and repeats its message (1.6 section 3.7.1).
   */
  private boolean keepUnread(Unanswered call) {
    String action = call.said().call().action();
    Optional<JsonNode> receipt = words.findReceipt(action);
    if (receipt.isEmpty()) {
      counters.dropped("refused here");
      LOG.warn("{}: {} was not understood, and is not kept", ends.station(), action);
      return false;
    }
    counters.unheard("kept, but not understood");
    LOG.warn("{}: {} was not understood, and is kept for the CSMS", ends.station(), action);
    keep(call, FrameCodec.write(new Frame.CallResult(call.said().call().id(), receipt.get())));
    return true;
  }

  private void keep(Unanswered call, String answer) {
    var message =
        new KeptMessage(queue.nextNumber(), call.intermediate(), call.said().text(), answer);
    if (!makeRoomFor(message)) {
      counters.dropped("no room");
      LOG.warn("{}: no room to keep a message for the CSMS", ends.station());
      ends.toStation().accept(message.intermediate() ? answer : refusal(call));
      return;
    }
    queue.add(message);
    queued = queue.size();
    store
        .keep(ends.station(), message)
        .whenComplete((done, error) -> ends.mailbox().execute(() -> kept(message, call, error)));
  }

  /** Intermediate messages give way, evenly over the whole time (2.0.1 E11.FR.04, .05). */
  private boolean makeRoomFor(KeptMessage message) {
    while (!queue.hasRoomFor(message)) {
      List<KeptMessage> gone = queue.thinOut();
      if (gone.isEmpty()) {
        return false;
      }
      gone.forEach(it -> {
        counters.dropped("gave way");
        store.settle(ends.station(), it.number(), Optional.empty());
      });
    }
    return true;
  }

  private void kept(KeptMessage message, Unanswered call, @Nullable Throwable error) {
    if (error == null) {
      counters.messageKept();
      ends.toStation().accept(message.answer());
      catchUp.goOn();
    } else {
      queue.remove(message);
      counters.dropped("not stored");
      LOG.error("{}: a message for the CSMS could not be stored", ends.station(), error);
      ends.toStation().accept(refusal(call));
    }
    queued = queue.size();
  }

  /** A station repeats a transaction message that got an error (1.6 section 3.7.1). */
  private static String refusal(Unanswered call) {
    return FrameCodec.write(
        new Frame.CallError(
            call.said().call().id(),
            "InternalError",
            "The CSMS is away and the message cannot be kept for it.",
            FrameCodec.emptyObject()));
  }

  /** The CSMS is back: it gets what was kept. */
  public void lineUp() {
    catchUp.begin();
  }

  public void lineDown() {
    catchUp.interrupt();
  }

  /** The station is gone: what the engine answers from here on reaches nobody, so keep none. */
  public void end() {
    catchUp.interrupt();
    unanswered.clear();
  }

  /** True when a frame of the CSMS answers what was delivered afterwards: it ends here. */
  public boolean takesAnswer(String id, String text) {
    boolean taken = catchUp.takesAnswer(id, text);
    queued = queue.size();
    return taken;
  }
}
