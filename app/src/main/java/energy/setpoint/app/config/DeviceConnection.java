package energy.setpoint.app.config;

import energy.setpoint.der.device.BrokerAddress;
import energy.setpoint.der.device.ModbusAddress;
import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * How a battery, inverter, meter or grid signal is reached, and the template that says what it
 * understands.
 */
public sealed interface DeviceConnection {

  /** An existing file with a template of the right kind and transport. */
  Path template();

  /**
   * Over Modbus TCP.
   *
   * @param port 1 to 65535
   * @param unit 0 to 255; where it is absent the template's counts
   */
  record Modbus(Path template, String host, int port, OptionalInt unit)
      implements DeviceConnection {}

  /**
   * Over any Modbus line.
   *
   * @param address as it stands in the file
   */
  record ModbusLine(Path template, ModbusAddress address) implements DeviceConnection {}

  /**
   * Over MQTT.
   *
   * @param topic the prefix of the device's topics, without a slash at its end
   */
  record Mqtt(Path template, BrokerAddress broker, String topic) implements DeviceConnection {}
}
