package energy.setpoint.der.device;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a device is reached. */
public sealed interface DeviceAddress permits ModbusAddress, DeviceAddress.Mqtt {

  /** The default port of Modbus TCP. */
  int MODBUS_PORT = 502;

  /** The default port of MQTT without TLS. */
  int MQTT_PORT = 1883;

  /** The default port of MQTT with TLS. */
  int MQTTS_PORT = 8883;

  /**
   * Reads an address.
   *
   * @param text {@code modbus://host[:port][/unit]}, {@code modbus+rtu://host:port[/unit]}, {@code
   *     serial:///dev/port?settings} or {@code mqtt://host[:port]/base/topic}, with TLS {@code
   *     mqtts://…}
   * @throws IllegalArgumentException when it is none of them
   */
  static DeviceAddress parse(String text) {
    Matcher modbus = ModbusTcp.PATTERN.matcher(text);
    if (modbus.matches()) {
      String unit = modbus.group("unit");
      return new ModbusTcp(
          modbus.group("host"),
          port(modbus.group("port"), MODBUS_PORT),
          unit == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(unit)));
    }
    Optional<? extends ModbusAddress> rtu =
        RtuOverTcp.find(text).<ModbusAddress>map(it -> it).or(() -> SerialLine.find(text));
    if (rtu.isPresent()) {
      return rtu.get();
    }
    Matcher mqtt = Mqtt.PATTERN.matcher(text);
    if (mqtt.matches()) {
      String scheme = mqtt.group("scheme");
      int port = port(mqtt.group("port"), "mqtts".equals(scheme) ? MQTTS_PORT : MQTT_PORT);
      return new Mqtt(scheme + "://" + mqtt.group("host") + ":" + port, mqtt.group("base"));
    }
    throw new IllegalArgumentException(
        "The device address is '"
            + text.replaceFirst("//[^/@]*@", "//…@")
            + "'; expected modbus://host:port/unit, modbus+rtu://host:port/unit,"
            + " serial:///dev/port?baud=9600&unit=1 or mqtt://host:port/base/topic.");
  }

  private static int port(@Nullable String text, int fallback) {
    return text == null ? fallback : Integer.parseInt(text);
  }

  /** Refuses what is no port. */
  static void requirePort(int port) {
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("The port is " + port + "; expected 1 to 65535.");
    }
  }

  /**
   * A unit behind a Modbus TCP server.
   *
   * @param unit 0 to 255; where it is absent the template's counts
   */
  record ModbusTcp(String host, int port, OptionalInt unit) implements ModbusAddress {

    private static final Pattern PATTERN =
        Pattern.compile(
            "modbus://(?<host>[^/:\\s]+|\\[[0-9a-fA-F:.]+])(:(?<port>\\d{1,5}))?(/(?<unit>\\d{1,3}))?");

    public ModbusTcp {
      requirePort(port);
      ModbusAddress.requireUnit(unit);
    }

    @Override
    public ModbusTcp line() {
      return new ModbusTcp(host, port, OptionalInt.empty());
    }

    @Override
    public String place() {
      return host + ":" + port;
    }
  }

  /**
   * Topics on an MQTT broker.
   *
   * @param baseTopic what {@code {base}} stands for in the template; no wildcards
   */
  record Mqtt(BrokerAddress broker, String baseTopic) implements DeviceAddress {

    private static final Pattern PATTERN =
        Pattern.compile(
            "(?<scheme>mqtts?)://(?<host>[^/:@\\s]+|\\[[0-9a-fA-F:.]+])(:(?<port>\\d{1,5}))?/(?<base>\\S+)");

    public Mqtt {
      if (baseTopic.isBlank() || baseTopic.contains("+") || baseTopic.contains("#")) {
        throw new IllegalArgumentException(
            "The base topic is '" + baseTopic + "'; expected a topic without wildcards.");
      }
    }

    /** On a broker that lets everybody in. */
    public Mqtt(String brokerUrl, String baseTopic) {
      this(BrokerAddress.open(brokerUrl), baseTopic);
    }
  }
}
