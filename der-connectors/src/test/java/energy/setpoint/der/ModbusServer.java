package energy.setpoint.der;

import com.ghgande.j2mod.modbus.ModbusException;
import com.ghgande.j2mod.modbus.procimg.SimpleInputRegister;
import com.ghgande.j2mod.modbus.procimg.SimpleProcessImage;
import com.ghgande.j2mod.modbus.slave.ModbusSlave;
import com.ghgande.j2mod.modbus.slave.ModbusSlaveFactory;
import java.net.InetAddress;

/** A real Modbus TCP server on loopback that can be switched off and on again. */
final class ModbusServer implements AutoCloseable {

  private static final int REGISTERS = 64;

  private final int port = Ports.free();
  private final int unit;
  private final SimpleProcessImage image;
  private ModbusSlave slave;

  ModbusServer(int unit) {
    this.unit = unit;
    this.image = new SimpleProcessImage(unit);
    for (int i = 0; i < REGISTERS; i++) {
      image.addInputRegister(new SimpleInputRegister(0));
    }
    start();
  }

  int port() {
    return port;
  }

  void start() {
    try {
      slave = ModbusSlaveFactory.createTCPSlave(InetAddress.getLoopbackAddress(), port, 4, false);
      slave.addProcessImage(unit, image);
      slave.open();
    } catch (ModbusException e) {
      throw new IllegalStateException(e);
    }
  }

  void stop() {
    slave.close();
  }

  ModbusServer int32(int address, int value) {
    image.setInputRegister(address, new SimpleInputRegister(value >>> 16));
    image.setInputRegister(address + 1, new SimpleInputRegister(value & 0xFFFF));
    return this;
  }

  ModbusServer float32(int address, float value) {
    return int32(address, Float.floatToIntBits(value));
  }

  @Override
  public void close() {
    stop();
  }
}
