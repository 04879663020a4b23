package energy.setpoint.der.device;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A unit on a serial line that speaks Modbus RTU.
 *
 * @param port such as {@code /dev/ttyUSB0} or {@code COM3}
 * @param baud bits per second, 300 to 921600
 * @param dataBits 7 or 8
 * @param stopBits 1 or 2
 * @param unit 0 to 255; where it is absent the template's counts
 */
public record SerialLine(
    String port, int baud, int dataBits, int stopBits, Parity parity, OptionalInt unit)
    implements ModbusAddress {

  private static final Pattern PATTERN =
      Pattern.compile("serial://(?<port>/[^?\\s]+|COM\\d{1,3})(\\?(?<settings>\\S*))?");

  private static final Set<String> KEYS =
      new TreeSet<>(Set.of("baud", "parity", "dataBits", "stopBits", "unit"));

  public SerialLine {
    require("baud", baud, 300, 921_600);
    require("dataBits", dataBits, 7, 8);
    require("stopBits", stopBits, 1, 2);
    ModbusAddress.requireUnit(unit);
  }

  private static void require(String key, int value, int lowest, int highest) {
    if (value < lowest || value > highest) {
      throw new IllegalArgumentException(
          "The serial line has %s=%d; expected %d to %d.".formatted(key, value, lowest, highest));
    }
  }

  /**
   * Reads {@code serial:///dev/ttyUSB0?baud=9600&parity=none&unit=1}. Without settings a line has
   * 9600 baud, 8 data bits, no parity and 1 stop bit, as most meters do when they are new.
   *
   * @return empty when the text is no serial address
   * @throws IllegalArgumentException when a setting is unknown or out of range
   */
  static Optional<SerialLine> find(String text) {
    Matcher found = PATTERN.matcher(text);
    if (!found.matches()) {
      return Optional.empty();
    }
    String given = found.group("settings");
    Map<String, String> settings = given == null ? Map.of() : settings(given);
    String unit = settings.get("unit");
    return Optional.of(
        new SerialLine(
            found.group("port"),
            number("baud", settings.getOrDefault("baud", "9600")),
            number("dataBits", settings.getOrDefault("dataBits", "8")),
            number("stopBits", settings.getOrDefault("stopBits", "1")),
            Parity.of(settings.getOrDefault("parity", "none")),
            unit == null ? OptionalInt.empty() : OptionalInt.of(number("unit", unit))));
  }

  private static Map<String, String> settings(String text) {
    Map<String, String> settings = new HashMap<>();
    for (String setting : text.split("&", -1)) {
      String[] parts = setting.split("=", 2);
      if (parts.length != 2 || !KEYS.contains(parts[0])) {
        throw new IllegalArgumentException(
            "The serial line has the setting '%s'; expected one of %s with a value."
                .formatted(setting, String.join(", ", KEYS)));
      }
      settings.put(parts[0], parts[1]);
    }
    return settings;
  }

  private static int number(String key, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "The serial line has %s=%s; expected a whole number.".formatted(key, text), e);
    }
  }

  @Override
  public SerialLine line() {
    return new SerialLine(port, baud, dataBits, stopBits, parity, OptionalInt.empty());
  }

  @Override
  public String place() {
    return port;
  }

  /** The check bit of each byte. */
  public enum Parity {
    NONE,
    EVEN,
    ODD;

    static Parity of(String text) {
      return Arrays.stream(values())
          .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(text))
          .findFirst()
          .orElseThrow(() ->
              new IllegalArgumentException(
                  "The serial line has parity=%s; expected none, even or odd.".formatted(text)));
    }
  }
}
