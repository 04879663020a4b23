package energy.setpoint.simulation.device;

import com.ghgande.j2mod.modbus.ModbusException;
import com.ghgande.j2mod.modbus.slave.ModbusSlave;
import com.ghgande.j2mod.modbus.slave.ModbusSlaveFactory;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;

/**
 * A Modbus TCP server on the loopback address with an inverter and a site meter, registers as in
 * {@code config/devices/demo-inverter.yaml} and {@code demo-meter.yaml}. Thread-safe; can be
 * stopped and started again in place.
 */
public final class SimulatedModbusDevices implements AutoCloseable {

  public static final int INVERTER_UNIT = 1;
  public static final int METER_UNIT = 2;
  private static final int THREADS = 4;

  private final int port;
  private final RegisterBank inverter = new RegisterBank(INVERTER_UNIT, 4);
  private final RegisterBank meter = new RegisterBank(METER_UNIT, 18);
  private Optional<ModbusSlave> slave = Optional.empty();

  /**
   * @param port 0 for any free one
   */
  public SimulatedModbusDevices(int port) throws IOException {
    this.port = port == 0 ? freePort() : port;
  }

  public int port() {
    return port;
  }

  /** Opens the port; does nothing when it is open. */
  public synchronized void start() throws IOException {
    if (slave.isPresent()) {
      return;
    }
    try {
      ModbusSlave fresh =
          ModbusSlaveFactory.createTCPSlave(
              InetAddress.getLoopbackAddress(), port, THREADS, false, 0);
      fresh.addProcessImage(INVERTER_UNIT, inverter.image());
      fresh.addProcessImage(METER_UNIT, meter.image());
      fresh.open();
      slave = Optional.of(fresh);
    } catch (ModbusException e) {
      throw new IOException("Cannot open Modbus port " + port + ".", e);
    }
  }

  /** Closes the port and every connection; the registers keep their values. */
  public synchronized void stop() {
    slave.ifPresent(ModbusSlaveFactory::close);
    slave = Optional.empty();
  }

  public synchronized boolean isRunning() {
    return slave.isPresent();
  }

  /**
   * @param production magnitude
   * @param yieldWattHours register of energy produced
   */
  public void showInverter(Power production, double yieldWattHours) {
    inverter.putInt(0, production.watts());
    inverter.putInt(2, yieldWattHours);
  }

  /**
   * Power with its sign, currents as magnitudes, as most meters do.
   *
   * @param currents signed, positive from the grid
   */
  public void showMeter(
      PhaseCurrents currents, Voltage voltage, double importedWattHours, double exportedWattHours) {
    meter.putFloat(0, currents.at(voltage).watts());
    for (Phase phase : Phase.values()) {
      double amps = currents.on(phase).amps();
      meter.putFloat(2 + 2 * phase.ordinal(), Math.abs(amps));
      meter.putFloat(8 + 2 * phase.ordinal(), amps * voltage.volts());
    }
    meter.putInt(14, importedWattHours);
    meter.putInt(16, exportedWattHours);
  }

  @Override
  public void close() {
    stop();
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }
}
