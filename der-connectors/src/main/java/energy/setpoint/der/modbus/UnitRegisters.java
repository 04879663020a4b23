package energy.setpoint.der.modbus;

import com.ghgande.j2mod.modbus.ModbusException;
import com.ghgande.j2mod.modbus.ModbusSlaveException;
import energy.setpoint.der.device.Reason;
import energy.setpoint.der.sunspec.RegisterSource;
import energy.setpoint.der.template.RegisterTable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The registers of one device for those who look for SunSpec in them. */
record UnitRegisters(ModbusUnit unit) implements RegisterSource {

  /** Illegal function, address and value, and the failure that some devices say instead. */
  private static final List<Integer> NO_SUCH_REGISTERS = List.of(1, 2, 3, 4);

  /** A Modbus exception of another kind is the cause of what is thrown. */
  @Override
  public Optional<int[]> read(int address, int count) throws IOException {
    try {
      return Optional.of(unit.read(new RegisterBlock(RegisterTable.HOLDING, address, count)));
    } catch (ModbusSlaveException e) {
      if (NO_SUCH_REGISTERS.contains(e.getType())) {
        return Optional.empty();
      }
      throw new IOException(Reason.of(e), e);
    } catch (ModbusException e) {
      throw new IOException(Reason.of(e), e);
    }
  }
}
