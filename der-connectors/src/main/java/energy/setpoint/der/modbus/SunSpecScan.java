package energy.setpoint.der.modbus;

import energy.setpoint.der.device.ModbusAddress;
import energy.setpoint.der.sunspec.Discovery;
import energy.setpoint.der.sunspec.ModelSearch;
import java.io.IOException;
import java.time.Duration;

/** Asks one device for its SunSpec models, outside of any site. */
public final class SunSpecScan {

  private static final int REGISTERS_PER_READ = 125;

  private SunSpecScan() {}

  /**
   * Connects, asks and hangs up again.
   *
   * @param address with the unit that is asked
   * @param timeout for connecting and for each answer
   * @throws IOException when there is no connection or no answer
   */
  public static Discovery of(ModbusAddress address, Duration timeout) throws IOException {
    ModbusLink link = new ModbusLink(address.line());
    try {
      ModbusUnit unit = new ModbusUnit(link, address.unit().orElse(1), timeout, Duration.ZERO);
      return ModelSearch.in(new UnitRegisters(unit), REGISTERS_PER_READ);
    } finally {
      link.close();
    }
  }
}
