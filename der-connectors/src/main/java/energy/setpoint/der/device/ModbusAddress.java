package energy.setpoint.der.device;

import java.util.OptionalInt;

/** Where a Modbus device is reached, and in which framing. */
public sealed interface ModbusAddress extends DeviceAddress
    permits DeviceAddress.ModbusTcp, RtuOverTcp, SerialLine {

  /** The unit on that line, 0 to 255; where it is absent the template's counts. */
  OptionalInt unit();

  /** The same address without unit: what has one connection and one owner. */
  ModbusAddress line();

  /** Host and port, or the serial port: what can be used in one way only. */
  String place();

  /** Refuses what is no unit. */
  static void requireUnit(OptionalInt unit) {
    if (unit.isPresent() && (unit.getAsInt() < 0 || unit.getAsInt() > 255)) {
      throw new IllegalArgumentException(
          "The Modbus unit is " + unit.getAsInt() + "; expected 0 to 255.");
    }
  }
}
