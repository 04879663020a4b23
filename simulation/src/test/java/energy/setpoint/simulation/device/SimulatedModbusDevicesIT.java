package energy.setpoint.simulation.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.ghgande.j2mod.modbus.facade.ModbusTCPMaster;
import com.ghgande.j2mod.modbus.procimg.InputRegister;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimulatedModbusDevicesIT {

  private SimulatedModbusDevices devices;

  @BeforeEach
  void start() throws Exception {
    devices = new SimulatedModbusDevices(0);
    devices.start();
  }

  @AfterEach
  void stop() {
    devices.close();
  }

  @Test
  void showsProductionAsAPositiveNumber() throws Exception {
    devices.showInverter(Power.ofWatts(47_123), 123_456);

    assertThat(readInt(SimulatedModbusDevices.INVERTER_UNIT, 0)).isEqualTo(47_123);
    assertThat(readInt(SimulatedModbusDevices.INVERTER_UNIT, 2)).isEqualTo(123_456);
  }

  @Test
  void showsPowerWithItsSignAndCurrentsWithout() throws Exception {
    devices.showMeter(PhaseCurrents.ofAmps(10, -20, 5), Voltage.ofVolts(230), 7, 8);

    assertThat(readFloat(0)).isCloseTo(-1150f, within(0.1f));
    assertThat(readFloat(4)).isCloseTo(20f, within(0.001f));
    assertThat(readFloat(10)).isCloseTo(-4600f, within(0.1f));
  }

  @Test
  void goesAwayAndComesBackInPlace() throws Exception {
    devices.showInverter(Power.ofWatts(5000), 0);

    devices.stop();
    assertThatThrownBy(() -> readInt(SimulatedModbusDevices.INVERTER_UNIT, 0))
        .isInstanceOf(Exception.class);
    devices.start();

    assertThat(readInt(SimulatedModbusDevices.INVERTER_UNIT, 0)).isEqualTo(5000);
  }

  private float readFloat(int address) throws Exception {
    return Float.intBitsToFloat(readInt(SimulatedModbusDevices.METER_UNIT, address));
  }

  private int readInt(int unit, int address) throws Exception {
    var master = new ModbusTCPMaster("127.0.0.1", devices.port());
    try {
      master.connect();
      InputRegister[] words = master.readInputRegisters(unit, address, 2);
      return words[0].toUnsignedShort() << 16 | words[1].toUnsignedShort();
    } finally {
      master.disconnect();
    }
  }
}
