package energy.setpoint.ocpp.proxy.request;

import energy.setpoint.ocpp.overheard.PartOfCall;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.rpc.frame.RpcErrorCode;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Leaves elements of an array out of a call, and every other character as it is. A call with two
 * fields of one name is not divided: who reads it may take either.
 */
public final class PartOfText {

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private PartOfText() {}

  /**
   * @param text a CALL that can be read, with the array in its payload
   * @throws RpcException when a field is there twice
   */
  public static String of(String text, PartOfCall part) throws RpcException {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      toArray(parser, part.field());
      int start = after(parser);
      List<String> kept = new ArrayList<>();
      for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
        int from = before(parser);
        parser.skipChildren();
        if (part.allowed().contains(i)) {
          kept.add(text.substring(from, after(parser)));
        }
      }
      int end = before(parser);
      while (parser.nextToken() != null) {
        // To the end, where a second field of the name could be.
      }
      return text.substring(0, start) + String.join(",", kept) + text.substring(end);
    } catch (JacksonException e) {
      throw new RpcException(
          RpcErrorCode.FORMAT_VIOLATION, "The call cannot be divided: a field is there twice.");
    }
  }

  /** The payload is the fourth element of the call. */
  private static void toArray(JsonParser parser, String field) {
    while (parser.nextToken() != JsonToken.START_OBJECT) {
      // The brackets of the call, its type, its id and its action.
    }
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean found = field.equals(parser.currentName());
      if (parser.nextToken() == JsonToken.START_ARRAY && found) {
        return;
      }
      parser.skipChildren();
    }
    throw new IllegalArgumentException("There is no array '" + field + "' in the call.");
  }

  private static int before(JsonParser parser) {
    return Math.toIntExact(parser.currentTokenLocation().getCharOffset());
  }

  private static int after(JsonParser parser) {
    return Math.toIntExact(parser.currentLocation().getCharOffset());
  }
}
