package energy.setpoint.der.device;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A unit behind a serial server that passes the frames of Modbus RTU through a TCP connection as
 * they are, with their checksums and without the header of Modbus TCP.
 *
 * @param unit 0 to 255; where it is absent the template's counts
 */
public record RtuOverTcp(String host, int port, OptionalInt unit) implements ModbusAddress {

  private static final Pattern PATTERN =
      Pattern.compile(
          "modbus\\+rtu://(?<host>[^/:\\s]+|\\[[0-9a-fA-F:.]+]):(?<port>\\d{1,5})(/(?<unit>\\d{1,3}))?");

  public RtuOverTcp {
    DeviceAddress.requirePort(port);
    ModbusAddress.requireUnit(unit);
  }

  /** Reads {@code modbus+rtu://host:port[/unit]}; empty when it is none. */
  static Optional<RtuOverTcp> find(String text) {
    Matcher found = PATTERN.matcher(text);
    if (!found.matches()) {
      return Optional.empty();
    }
    String unit = found.group("unit");
    return Optional.of(
        new RtuOverTcp(
            found.group("host"),
            Integer.parseInt(found.group("port")),
            unit == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(unit))));
  }

  @Override
  public RtuOverTcp line() {
    return new RtuOverTcp(host, port, OptionalInt.empty());
  }

  @Override
  public String place() {
    return host + ":" + port;
  }
}
