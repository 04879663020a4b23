package energy.setpoint.ocpp.v21.composite;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Times of which only the digits count (K01.FR.90). An instant cannot hold them beside an offset,
 * so the offset is taken off before the message is read.
 */
public final class LocalTimes21 {

  private static final Pattern OFFSET = Pattern.compile("(?i)(Z|[+-]\\d\\d:?(\\d\\d)?)$");

  private LocalTimes21() {}

  /**
   * A copy of a message in which local times are written as if they were UTC.
   *
   * @param message with charging schedules anywhere in it
   */
  public static JsonNode asUtc(JsonNode message) {
    JsonNode copy = message.deepCopy();
    for (JsonNode schedules : copy.findValues("chargingSchedule")) {
      for (JsonNode schedule : schedules) {
        if (schedule instanceof ObjectNode object && isLocal(object)) {
          object.put("startSchedule", digits(object.get("startSchedule").stringValue()) + "Z");
        }
      }
    }
    return copy;
  }

  private static boolean isLocal(ObjectNode schedule) {
    JsonNode local = schedule.path("useLocalTime");
    return local.isBoolean() && local.booleanValue() && schedule.path("startSchedule").isString();
  }

  private static String digits(String time) {
    return time.length() > "2026-01-01T00:00".length()
        ? OFFSET.matcher(time).replaceFirst("")
        : time;
  }
}
