package energy.setpoint.der.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.setpoint.der.device.DeviceAddress.ModbusTcp;
import energy.setpoint.der.device.DeviceAddress.Mqtt;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceAddressTest {

  @Test
  void readsModbusAddresses() {
    assertThat(DeviceAddress.parse("modbus://10.0.0.7:1502/3"))
        .isEqualTo(new ModbusTcp("10.0.0.7", 1502, OptionalInt.of(3)));
    assertThat(DeviceAddress.parse("modbus://inverter.local"))
        .isEqualTo(new ModbusTcp("inverter.local", 502, OptionalInt.empty()));
  }

  @Test
  void readsAddressesOfRtuThroughTcp() {
    assertThat(DeviceAddress.parse("modbus+rtu://10.0.0.7:4196/3"))
        .isEqualTo(new RtuOverTcp("10.0.0.7", 4196, OptionalInt.of(3)));
  }

  @Test
  void readsSerialLines() {
    assertThat(
            DeviceAddress.parse(
                "serial:///dev/ttyUSB0?baud=19200&parity=even&dataBits=7&stopBits=2&unit=4"))
        .isEqualTo(
            new SerialLine(
                "/dev/ttyUSB0", 19_200, 7, 2, SerialLine.Parity.EVEN, OptionalInt.of(4)));
    assertThat(DeviceAddress.parse("serial://COM3"))
        .isEqualTo(
            new SerialLine("COM3", 9_600, 8, 1, SerialLine.Parity.NONE, OptionalInt.empty()));
  }

  @Test
  void readsMqttAddresses() {
    assertThat(DeviceAddress.parse("mqtt://broker:1884/site/battery-1"))
        .isEqualTo(new Mqtt("tcp://broker:1884", "site/battery-1"));
    assertThat(DeviceAddress.parse("mqtt://broker/battery"))
        .isEqualTo(new Mqtt("tcp://broker:1883", "battery"));
  }

  @Test
  void knowsTheSchemesThatPeopleWriteForBrokers() {
    assertThat(new Mqtt("mqtt://broker:1883", "x").broker().url()).isEqualTo("tcp://broker:1883");
    assertThat(new Mqtt("mqtts://broker", "x").broker().url()).isEqualTo("ssl://broker");
    assertThatThrownBy(() -> new Mqtt("http://broker", "x"))
        .hasMessage("The broker is 'http://broker'; expected an address such as tcp://host:1883.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.7:502",
        "modbus://",
        "modbus://host:0/1",
        "modbus://host:70000/1",
        "modbus://host:502/256",
        "modbus+rtu://host/1",
        "modbus+rtu://host:4196/256",
        "serial://",
        "serial:///dev/ttyUSB0?baud=fast",
        "serial:///dev/ttyUSB0?baud=100",
        "serial:///dev/ttyUSB0?parity=mark",
        "serial:///dev/ttyUSB0?speed=9600",
        "serial:///dev/ttyUSB0?unit=256",
        "mqtt://broker:1883",
        "mqtt://broker/a/#",
        "http://host/"
      })
  void refusesWhatIsNoAddress(String text) {
    assertThatThrownBy(() -> DeviceAddress.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .contains("expected");
  }
}
