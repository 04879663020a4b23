package energy.setpoint.simulation.device;

import com.ghgande.j2mod.modbus.procimg.SimpleInputRegister;
import com.ghgande.j2mod.modbus.procimg.SimpleProcessImage;

/** The input registers of one Modbus unit: big-endian, the high word first. */
final class RegisterBank {

  private final SimpleProcessImage image;

  RegisterBank(int unit, int size) {
    image = new SimpleProcessImage(unit);
    for (int i = 0; i < size; i++) {
      image.addInputRegister(new SimpleInputRegister(0));
    }
  }

  SimpleProcessImage image() {
    return image;
  }

  /** A signed or unsigned 32-bit integer, rounded and limited to what fits. */
  void putInt(int address, double value) {
    putBits(address, (int) Math.clamp(Math.round(value), Integer.MIN_VALUE + 1L, 0xFFFFFFFEL));
  }

  /** An IEEE 754 number of 32 bits. */
  void putFloat(int address, double value) {
    putBits(address, Float.floatToIntBits((float) value));
  }

  private void putBits(int address, int bits) {
    image.setInputRegister(address, new SimpleInputRegister(bits >>> 16));
    image.setInputRegister(address + 1, new SimpleInputRegister(bits & 0xFFFF));
  }
}
