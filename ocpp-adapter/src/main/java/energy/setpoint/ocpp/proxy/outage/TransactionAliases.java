package energy.setpoint.ocpp.proxy.outage;

import energy.setpoint.ocpp.overheard.RelayWords;
import energy.setpoint.ocpp.rpc.frame.Frame;
import energy.setpoint.ocpp.rpc.frame.FrameCodec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The two numbers of transactions that began while the CSMS was away (OCPP 1.6). A call that names
 * one of them is written anew with the number that the other side knows; nothing else in it
 * changes, but white space.
 */
public final class TransactionAliases {

  /** More than run at one station at once; the oldest is forgotten first. */
  private static final int MAX_ALIASES = 64;

  private final RelayWords words;
  private final LinkedHashMap<Integer, TransactionAlias> byLocal = new LinkedHashMap<>();

  public TransactionAliases(RelayWords words, List<TransactionAlias> known) {
    this.words = words;
    known.forEach(it -> byLocal.put(it.local(), it));
  }

  /** What an answer of the CSMS tells beside the answer that the station got from us. */
  public Optional<TransactionAlias> findAlias(String action, String ours, JsonNode csms) {
    return words
        .findTransactionIdInAnswer(action)
        .flatMap(place ->
            number(answerIn(ours).at(place))
                .flatMap(
                    local -> number(csms.at(place)).map(id -> new TransactionAlias(local, id))));
  }

  /** Keeps an alias; returns the one that has to go for it. */
  public Optional<TransactionAlias> learn(TransactionAlias alias) {
    byLocal.put(alias.local(), alias);
    return byLocal.size() <= MAX_ALIASES
        ? Optional.empty()
        : Optional.of(byLocal.pollFirstEntry()).map(Map.Entry::getValue);
  }

  /** A call of the station as the CSMS must get it; empty when it stays as it is. */
  public Optional<Frame.Call> upward(Frame.Call call) {
    return translated(call, id -> Optional.ofNullable(byLocal.get(id)).map(TransactionAlias::csms));
  }

  /** A call of the CSMS as the station must get it; empty when it stays as it is. */
  public Optional<Frame.Call> downward(Frame.Call call) {
    return translated(
        call,
        id ->
            byLocal.values().stream()
                .filter(it -> it.csms() == id)
                .map(TransactionAlias::local)
                .findFirst());
  }

  private Optional<Frame.Call> translated(
      Frame.Call call, Function<Integer, Optional<Integer>> other) {
    if (byLocal.isEmpty()) {
      return Optional.empty();
    }
    return words
        .findTransactionIdIn(call.action())
        .flatMap(place ->
            number(call.payload().at(place))
                .flatMap(other)
                .map(id ->
                    new Frame.Call(call.id(), call.action(), with(call.payload(), place, id))));
  }

  private static JsonNode with(JsonNode payload, JsonPointer place, int id) {
    JsonNode copy = payload.deepCopy();
    if (copy.at(place.head()) instanceof ObjectNode parent) {
      parent.put(place.last().getMatchingProperty(), id);
    }
    return copy;
  }

  private static Optional<Integer> number(JsonNode node) {
    return node.canConvertToInt() ? Optional.of(node.intValue()) : Optional.empty();
  }

  private static JsonNode answerIn(String text) {
    return FrameCodec.parse(text) instanceof Frame.CallResult result
        ? result.payload()
        : MissingNode.getInstance();
  }
}
