package energy.setpoint.der.modbus;

import com.ghgande.j2mod.modbus.ModbusException;
import com.ghgande.j2mod.modbus.ModbusIOException;
import com.ghgande.j2mod.modbus.ModbusSlaveException;
import com.ghgande.j2mod.modbus.msg.ModbusRequest;
import com.ghgande.j2mod.modbus.msg.ModbusResponse;
import com.ghgande.j2mod.modbus.util.ModbusUtil;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;

/**
 * Modbus RTU frames through a TCP connection (Modbus over serial line V1.02, section 2.5.1). j2mod
 * can do that as well, but believes answers whose checksum is wrong.
 */
final class RtuSocket implements ModbusWire {

  private static final int EXCEPTION = 0x80;
  private static final int CHECKSUM = 2;

  private final Socket socket;
  private final DataInputStream in;

  private RtuSocket(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new DataInputStream(socket.getInputStream());
  }

  static RtuSocket open(String host, int port, Duration timeout) throws IOException {
    Socket socket = new Socket();
    try {
      int millis = Math.toIntExact(timeout.toMillis());
      socket.connect(new InetSocketAddress(HostNames.resolve(host, timeout), port), millis);
      socket.setSoTimeout(millis);
      socket.setTcpNoDelay(true);
      return new RtuSocket(socket);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  @Override
  public void setTimeout(int millis) throws IOException {
    socket.setSoTimeout(millis);
  }

  @Override
  public boolean isOpen() {
    return !socket.isClosed();
  }

  @Override
  public ModbusResponse ask(ModbusRequest request) throws ModbusException, IOException {
    socket.getOutputStream().write(frame(request));
    byte[] answer = receive();
    int unit = answer[0] & 0xFF;
    int function = answer[1] & 0xFF;
    if (unit != request.getUnitID() || (function & ~EXCEPTION) != request.getFunctionCode()) {
      throw new ModbusIOException(
          "Unit %d answered function %d, but unit %d was asked for function %d",
          unit, function & ~EXCEPTION, request.getUnitID(), request.getFunctionCode());
    }
    if (function != request.getFunctionCode()) {
      throw new ModbusSlaveException(answer[2] & 0xFF);
    }
    ModbusResponse response = ModbusResponse.createModbusResponse(function);
    response.setUnitID(unit);
    response.readData(
        new DataInputStream(new ByteArrayInputStream(answer, 2, answer.length - 2 - CHECKSUM)));
    return response;
  }

  private static byte[] frame(ModbusRequest request) {
    byte[] data = request.getMessage();
    byte[] frame = new byte[2 + data.length + CHECKSUM];
    frame[0] = (byte) request.getUnitID();
    frame[1] = (byte) request.getFunctionCode();
    System.arraycopy(data, 0, frame, 2, data.length);
    int[] checksum = checksum(frame);
    frame[frame.length - 2] = (byte) checksum[0];
    frame[frame.length - 1] = (byte) checksum[1];
    return frame;
  }

  /** A whole frame whose checksum is right: unit, function, data, checksum. */
  private byte[] receive() throws ModbusException, IOException {
    byte[] head = new byte[3];
    in.readFully(head);
    int rest = rest(head[1] & 0xFF, head[2] & 0xFF) + CHECKSUM;
    byte[] frame = Arrays.copyOf(head, head.length + rest);
    in.readFully(frame, head.length, rest);
    int[] checksum = checksum(frame);
    boolean isWhole =
        (frame[frame.length - 2] & 0xFF) == checksum[0]
            && (frame[frame.length - 1] & 0xFF) == checksum[1];
    if (!isWhole) {
      throw new ModbusIOException("The checksum of the answer is wrong");
    }
    return frame;
  }

  /** How many bytes follow the first three, without the checksum. */
  private static int rest(int function, int third) throws ModbusException {
    if ((function & EXCEPTION) != 0) {
      return 0;
    }
    return switch (function) {
      case 1, 2, 3, 4 -> third;
      case 5, 6, 15, 16 -> 3;
      default -> throw new ModbusIOException("The answer is of the unknown function %d", function);
    };
  }

  /** Over all but the last two bytes: low byte, high byte. */
  private static int[] checksum(byte[] frame) {
    return ModbusUtil.calculateCRC(frame, 0, frame.length - CHECKSUM);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone either way.
    }
  }
}
