package energy.setpoint.ocpp.rpc.frame;

import energy.setpoint.ocpp.rpc.frame.MalformedFrame.Problem;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Reads and writes OCPP-J messages. Strict about the frame, blind to the payload beyond its being
 * an object. Safe for use by many threads.
 */
public final class FrameCodec {

  /** Far deeper than any OCPP message; a text nested deeper is not read. */
  private static final int MAX_NESTING = 100;

  /**
   * An id that is too long is still sent back up to this length, so that its sender can match it.
   */
  private static final int MAX_ECHOED_ID = 255;

  private static final int MAX_DESCRIPTION = 255;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_NESTING).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          // Numbers keep the digits they had on the wire.
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .nodeFactory(new UsualNumbers())
          .build();

  private FrameCodec() {}

  /** Never throws, whatever the text. */
  public static ParsedFrame parse(String text) {
    JsonNode root;
    try {
      root = JSON.readTree(text);
    } catch (JacksonException | NumberFormatException e) {
      // The latter for a number whose exponent is beyond all use.
      return malformed(Problem.NOT_JSON, "The message is not valid JSON.");
    }
    if (!(root instanceof ArrayNode frame)) {
      return root.isMissingNode()
          ? malformed(Problem.NOT_JSON, "The message is empty.")
          : malformed(Problem.NOT_AN_ARRAY, "The message is not a JSON array.");
    }
    return parse(frame);
  }

  private static ParsedFrame parse(ArrayNode frame) {
    JsonNode number = frame.path(0);
    if (!number.isIntegralNumber()) {
      return new MalformedFrame(
          Problem.NO_MESSAGE_TYPE,
          "The first element must be the message type number.",
          Optional.empty(),
          echoable(frame.path(1)));
    }
    Optional<MessageType> type =
        number.canConvertToInt() ? MessageType.find(number.intValue()) : Optional.empty();
    if (type.isEmpty()) {
      return new MalformedFrame(
          Problem.UNKNOWN_MESSAGE_TYPE,
          "The message type number is not supported.",
          type,
          echoable(frame.path(1)));
    }
    return findFrameProblem(frame, type.get()).orElseGet(() -> read(frame, type.get()));
  }

  private static Optional<ParsedFrame> findFrameProblem(ArrayNode frame, MessageType type) {
    JsonNode id = frame.path(1);
    if (!id.isString() || id.stringValue().isEmpty()) {
      return problem(Problem.NO_ID, "The second element must be the message id.", frame, type);
    }
    if (id.stringValue().length() > Frame.MAX_ID_LENGTH) {
      String tooLong = "The message id is longer than " + Frame.MAX_ID_LENGTH + " characters.";
      return problem(Problem.ID_TOO_LONG, tooLong, frame, type);
    }
    if (frame.size() != type.length()) {
      String wrong =
          "A message of type %d has %d elements, not %d."
              .formatted(type.number(), type.length(), frame.size());
      return problem(Problem.WRONG_LENGTH, wrong, frame, type);
    }
    return findElementProblem(frame, type);
  }

  private static Optional<ParsedFrame> findElementProblem(ArrayNode frame, MessageType type) {
    boolean texts =
        switch (type) {
          case CALL, SEND -> frame.path(2).isString() && !frame.path(2).stringValue().isEmpty();
          case CALL_RESULT -> true;
          case CALL_ERROR, CALL_RESULT_ERROR ->
              frame.path(2).isString() && frame.path(3).isString();
        };
    if (!texts) {
      return problem(
          Problem.WRONG_ELEMENT,
          "The elements between id and payload must be strings.",
          frame,
          type);
    }
    JsonNode last = frame.path(type.length() - 1);
    if (!last.isObject() && !last.isNull()) {
      return problem(Problem.WRONG_ELEMENT, "The last element must be an object.", frame, type);
    }
    return Optional.empty();
  }

  private static Frame read(ArrayNode frame, MessageType type) {
    String id = frame.path(1).stringValue();
    JsonNode payload = payload(frame.path(type.length() - 1));
    return switch (type) {
      case CALL -> new Frame.Call(id, frame.path(2).stringValue(), payload);
      case SEND -> new Frame.Send(id, frame.path(2).stringValue(), payload);
      case CALL_RESULT -> new Frame.CallResult(id, payload);
      case CALL_ERROR ->
          new Frame.CallError(
              id, frame.path(2).stringValue(), frame.path(3).stringValue(), payload);
      case CALL_RESULT_ERROR ->
          new Frame.CallResultError(
              id, frame.path(2).stringValue(), frame.path(3).stringValue(), payload);
    };
  }

  /** The specification lets an empty payload be written as null. */
  private static JsonNode payload(JsonNode last) {
    return last.isNull() ? JSON.createObjectNode() : last;
  }

  private static MalformedFrame malformed(Problem problem, String description) {
    return new MalformedFrame(problem, description, Optional.empty(), Optional.empty());
  }

  private static Optional<ParsedFrame> problem(
      Problem problem, String description, ArrayNode frame, MessageType type) {
    return Optional.of(
        new MalformedFrame(problem, description, Optional.of(type), echoable(frame.path(1))));
  }

  private static Optional<String> echoable(JsonNode id) {
    return Optional.of(id)
        .filter(JsonNode::isString)
        .map(JsonNode::stringValue)
        .filter(text -> !text.isEmpty() && text.length() <= MAX_ECHOED_ID);
  }

  /** The text of a message. A description is cut at the 255 characters that OCPP 2.x allows. */
  public static String write(Frame frame) {
    ArrayNode array = JSON.createArrayNode();
    switch (frame) {
      case Frame.Call call ->
          start(array, MessageType.CALL, call.id()).add(call.action()).add(call.payload());
      case Frame.Send send ->
          start(array, MessageType.SEND, send.id()).add(send.action()).add(send.payload());
      case Frame.CallResult result ->
          start(array, MessageType.CALL_RESULT, result.id()).add(result.payload());
      case Frame.CallError error ->
          start(array, MessageType.CALL_ERROR, error.id())
              .add(error.code())
              .add(cut(error.description()))
              .add(error.details());
      case Frame.CallResultError error ->
          start(array, MessageType.CALL_RESULT_ERROR, error.id())
              .add(error.code())
              .add(cut(error.description()))
              .add(error.details());
    }
    return JSON.writeValueAsString(array);
  }

  private static ArrayNode start(ArrayNode array, MessageType type, String id) {
    return array.add(type.number()).add(id);
  }

  private static String cut(String description) {
    return description.length() <= MAX_DESCRIPTION
        ? description
        : description.substring(0, MAX_DESCRIPTION);
  }

  /** The details of an error about which there is no more to say. */
  public static JsonNode emptyObject() {
    return JSON.createObjectNode();
  }
}
