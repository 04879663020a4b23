package energy.setpoint.app.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The wire log, read as a user would read it: calls of the engine and what stations answered. */
final class WireFrames {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern LINE =
      Pattern.compile(
          "(?<time>\\S+) (?<station>\\S+) (?<arrow>[←→]) (?<protocol>\\S+) (?<frame>.*)");
  private static final int CALL = 2;
  private static final int RESULT = 3;

  private WireFrames() {}

  /**
   * A call of the engine that a station answered with a result.
   *
   * @param protocol such as {@code ocpp2.0.1}
   * @param answeredAt in the site's time
   */
  record Exchange(
      Instant answeredAt,
      String station,
      String protocol,
      String action,
      JsonNode request,
      JsonNode response) {

    boolean isAccepted() {
      return response.path("status").asString("").equals("Accepted");
    }
  }

  /** All answered calls of some actions, in the order of their answers. */
  static List<Exchange> answered(Path wireLog, String... actions) throws IOException {
    Set<String> wanted = Set.of(actions);
    Map<String, JsonNode> calls = new HashMap<>();
    List<Exchange> exchanges = new ArrayList<>();
    for (String line : Files.readAllLines(wireLog)) {
      Matcher part = LINE.matcher(line);
      if (!part.matches()) {
        throw new AssertionError("not a line of a wire log: " + line);
      }
      JsonNode frame = JSON.readTree(part.group("frame"));
      boolean sent = part.group("arrow").equals("→");
      String key = part.group("station") + " " + frame.get(1).asString();
      if (sent && frame.get(0).asInt() == CALL && wanted.contains(frame.get(2).asString())) {
        calls.put(key, frame);
      } else if (!sent && frame.get(0).asInt() == RESULT && calls.containsKey(key)) {
        exchanges.add(
            new Exchange(
                Instant.parse(part.group("time")),
                part.group("station"),
                part.group("protocol"),
                calls.get(key).get(2).asString(),
                calls.remove(key).get(3),
                frame.get(2)));
      }
    }
    return exchanges;
  }
}
