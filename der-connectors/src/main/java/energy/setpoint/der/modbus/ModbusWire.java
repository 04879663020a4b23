package energy.setpoint.der.modbus;

import com.ghgande.j2mod.modbus.ModbusException;
import com.ghgande.j2mod.modbus.io.ModbusSerialTransaction;
import com.ghgande.j2mod.modbus.io.ModbusTCPTransaction;
import com.ghgande.j2mod.modbus.io.ModbusTransaction;
import com.ghgande.j2mod.modbus.msg.ModbusRequest;
import com.ghgande.j2mod.modbus.msg.ModbusResponse;
import com.ghgande.j2mod.modbus.net.AbstractSerialConnection;
import com.ghgande.j2mod.modbus.net.SerialConnection;
import com.ghgande.j2mod.modbus.net.TCPMasterConnection;
import com.ghgande.j2mod.modbus.util.SerialParameters;
import energy.setpoint.der.device.DeviceAddress.ModbusTcp;
import energy.setpoint.der.device.ModbusAddress;
import energy.setpoint.der.device.RtuOverTcp;
import energy.setpoint.der.device.SerialLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** An open connection: Modbus TCP, or Modbus RTU through TCP or on a serial line. */
sealed interface ModbusWire permits ModbusWire.Tcp, ModbusWire.Serial, RtuSocket {

  /** How long an answer may take. */
  void setTimeout(int millis) throws IOException;

  boolean isOpen();

  /**
   * Sends a request and waits for its answer.
   *
   * @throws com.ghgande.j2mod.modbus.ModbusSlaveException when the device answers with an exception
   */
  ModbusResponse ask(ModbusRequest request) throws ModbusException, IOException;

  void close();

  /**
   * Opens a line.
   *
   * @throws IOException when nobody listens, or there is no such serial port
   */
  static ModbusWire open(ModbusAddress line, Duration timeout) throws IOException {
    return switch (line) {
      case ModbusTcp tcp -> Tcp.open(tcp.host(), tcp.port(), timeout);
      case RtuOverTcp rtu -> RtuSocket.open(rtu.host(), rtu.port(), timeout);
      case SerialLine serial -> Serial.open(serial, timeout);
    };
  }

  private static ModbusResponse execute(ModbusTransaction transaction, ModbusRequest request)
      throws ModbusException {
    transaction.setRequest(request);
    // j2mod would try five times, each with the full timeout; who waits and how long is ours to
    // say.
    transaction.setRetries(1);
    transaction.setCheckingValidity(true);
    transaction.execute();
    return transaction.getResponse();
  }

  /** Modbus TCP. */
  record Tcp(TCPMasterConnection connection) implements ModbusWire {

    static Tcp open(String host, int port, Duration timeout) throws IOException {
      // Resolved each time: a device may get a new address from DHCP.
      TCPMasterConnection opened = new TCPMasterConnection(HostNames.resolve(host, timeout));
      opened.setPort(port);
      opened.setTimeout(Math.toIntExact(timeout.toMillis()));
      try {
        opened.connect();
      } catch (IOException e) {
        throw e;
      } catch (Exception e) {
        // The declared type of j2mod's connect().
        throw new IOException(e);
      }
      return new Tcp(opened);
    }

    @Override
    public void setTimeout(int millis) {
      connection.setTimeout(millis);
    }

    @Override
    public boolean isOpen() {
      return connection.isConnected();
    }

    @Override
    public ModbusResponse ask(ModbusRequest request) throws ModbusException {
      return execute(new ModbusTCPTransaction(connection), request);
    }

    @Override
    public void close() {
      connection.close();
    }
  }

  /** Modbus RTU on a serial line. */
  record Serial(SerialConnection connection) implements ModbusWire {

    static Serial open(SerialLine line, Duration timeout) throws IOException {
      if (line.port().startsWith("/") && !Files.exists(Path.of(line.port()))) {
        throw new IOException("there is no serial port " + line.port());
      }
      SerialConnection opened;
      try {
        opened = new SerialConnection(parameters(line));
        opened.setTimeout(Math.toIntExact(timeout.toMillis()));
        opened.open();
      } catch (RuntimeException e) {
        // What the native library throws for a file that is no serial port.
        throw new IOException("the serial port " + line.port() + " cannot be opened", e);
      }
      return new Serial(opened);
    }

    private static SerialParameters parameters(SerialLine line) {
      SerialParameters parameters = new SerialParameters();
      parameters.setPortName(line.port());
      parameters.setBaudRate(line.baud());
      parameters.setDatabits(line.dataBits());
      parameters.setStopbits(
          line.stopBits() == 2
              ? AbstractSerialConnection.TWO_STOP_BITS
              : AbstractSerialConnection.ONE_STOP_BIT);
      parameters.setParity(
          switch (line.parity()) {
            case NONE -> AbstractSerialConnection.NO_PARITY;
            case EVEN -> AbstractSerialConnection.EVEN_PARITY;
            case ODD -> AbstractSerialConnection.ODD_PARITY;
          });
      parameters.setEncoding("rtu");
      return parameters;
    }

    @Override
    public void setTimeout(int millis) {
      connection.setTimeout(millis);
    }

    @Override
    public boolean isOpen() {
      return connection.isOpen();
    }

    @Override
    public ModbusResponse ask(ModbusRequest request) throws ModbusException {
      return execute(new ModbusSerialTransaction(connection), request);
    }

    @Override
    public void close() {
      connection.close();
    }
  }
}
