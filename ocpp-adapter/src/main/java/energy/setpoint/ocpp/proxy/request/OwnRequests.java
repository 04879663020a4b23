package energy.setpoint.ocpp.proxy.request;

import energy.setpoint.ocpp.overheard.ReportActions;
import energy.setpoint.ocpp.rpc.frame.Frame;
import energy.setpoint.ocpp.rpc.frame.FrameCodec;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The requests of ours that one station answers by calls of its own. On the way to the station
 * their {@code requestId} is replaced by one from a range that the CSMS must not use, and on the
 * way back it is put in again: so both may use the same number at once. Any thread may use it.
 */
public final class OwnRequests {

  private static final String FIELD = "requestId";

  /** Above what counts from 1, and too few for one that is chosen at random to be among them. */
  private static final int FIRST = 480_000_000;

  private static final int COUNT = 10_000;

  /** More than a station works on at once; the oldest is forgotten first. */
  private static final int MAX_OPEN = 64;

  private final ReportActions actions;
  private final LinkedHashMap<Integer, JsonNode> originals = new LinkedHashMap<>();
  private int next;

  /**
   * @param random for the first number: a station may go on with what an earlier connection asked
   */
  public OwnRequests(ReportActions actions, RandomGenerator random) {
    this.actions = actions;
    this.next = random.nextInt(COUNT);
  }

  /** True for a call to a station with an id of ours that another one sends. */
  public boolean isTakenBy(Frame.Call call) {
    return actions.asking().contains(call.action()) && isOurs(call.payload().path(FIELD));
  }

  private static boolean isOurs(JsonNode id) {
    return id.canConvertToInt() && id.intValue() >= FIRST && id.intValue() < FIRST + COUNT;
  }

  /** What we send, as the station must get it. */
  public synchronized String outward(String text) {
    return mayAsk(text)
            && FrameCodec.parse(text) instanceof Frame.Call call
            && actions.asking().contains(call.action())
            && call.payload().has(FIELD)
        ? FrameCodec.write(with(call, asNumber(remember(call.payload().path(FIELD)))))
        : text;
  }

  /** Parsing takes longer. */
  private static boolean mayAsk(String text) {
    return text.startsWith("[2,") && text.contains(FIELD);
  }

  private static JsonNode asNumber(int id) {
    return IntNode.valueOf(id);
  }

  private int remember(JsonNode original) {
    int id = FIRST + next;
    next = (next + 1) % COUNT;
    originals.putLast(id, original);
    if (originals.size() > MAX_OPEN) {
      originals.pollFirstEntry();
    }
    return id;
  }

  /** A report to us, as we asked for it; empty when the call is none. */
  public synchronized Optional<Frame.Call> findReport(Frame.Call call) {
    JsonNode id = call.payload().path(FIELD);
    if (!actions.reporting().contains(call.action()) || !isOurs(id)) {
      return Optional.empty();
    }
    return Optional.of(
        Optional.ofNullable(originals.get(id.intValue()))
            .map(original -> with(call, original))
            .orElse(call));
  }

  private static Frame.Call with(Frame.Call call, JsonNode id) {
    JsonNode copy = call.payload().deepCopy();
    if (copy instanceof ObjectNode payload) {
      payload.set(FIELD, id);
    }
    return new Frame.Call(call.id(), call.action(), copy);
  }
}
