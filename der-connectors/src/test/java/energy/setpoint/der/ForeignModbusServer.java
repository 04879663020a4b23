package energy.setpoint.der;

import com.digitalpetri.modbus.ExceptionCode;
import com.digitalpetri.modbus.FunctionCode;
import com.digitalpetri.modbus.exceptions.ModbusResponseException;
import com.digitalpetri.modbus.pdu.ReadHoldingRegistersRequest;
import com.digitalpetri.modbus.pdu.ReadHoldingRegistersResponse;
import com.digitalpetri.modbus.pdu.WriteMultipleRegistersRequest;
import com.digitalpetri.modbus.pdu.WriteMultipleRegistersResponse;
import com.digitalpetri.modbus.pdu.WriteSingleRegisterRequest;
import com.digitalpetri.modbus.pdu.WriteSingleRegisterResponse;
import com.digitalpetri.modbus.server.ModbusRequestContext;
import com.digitalpetri.modbus.server.ModbusServices;
import com.digitalpetri.modbus.server.ModbusTcpServer;
import com.digitalpetri.modbus.tcp.server.NettyTcpServerTransport;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;

/** Holding registers on loopback, served by another library than the one that reads them. */
final class ForeignModbusServer implements ModbusServices, AutoCloseable {

  private final int port = Ports.free();
  private final Map<Integer, Integer> registers = new ConcurrentHashMap<>();
  private final List<String> writes = new CopyOnWriteArrayList<>();
  private final Set<Integer> deaf = ConcurrentHashMap.newKeySet();
  private final ModbusTcpServer server;
  private volatile boolean refusing;
  private volatile CountDownLatch silence = new CountDownLatch(0);

  ForeignModbusServer() {
    server =
        ModbusTcpServer.create(
            NettyTcpServerTransport.create(it -> {
              it.bindAddress = "127.0.0.1";
              it.port = port;
            }),
            this);
    try {
      server.start();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  int port() {
    return port;
  }

  ForeignModbusServer set(int address, int... words) {
    for (int i = 0; i < words.length; i++) {
      registers.put(address + i, words[i]);
    }
    return this;
  }

  /** Has no registers any more, until it is given some. */
  void forget() {
    registers.clear();
  }

  /** Confirms writes to a register and forgets them. */
  ForeignModbusServer deafAt(int address) {
    deaf.add(address);
    return this;
  }

  /** Answers every write with an exception from now on. */
  void refuseWrites() {
    refusing = true;
  }

  void takeWrites() {
    refusing = false;
  }

  /** Takes requests and answers none from now on. */
  void fallSilent() {
    silence = new CountDownLatch(1);
  }

  private void keepSilence() {
    try {
      silence.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Such as {@code 6: 40=1}: function code, address and signed value of each write, in order. */
  List<String> writes() {
    return List.copyOf(writes);
  }

  @Override
  public ReadHoldingRegistersResponse readHoldingRegisters(
      ModbusRequestContext context, int unit, ReadHoldingRegistersRequest request)
      throws ModbusResponseException {
    keepSilence();
    byte[] bytes = new byte[request.quantity() * 2];
    for (int i = 0; i < request.quantity(); i++) {
      Integer word = registers.get(request.address() + i);
      if (word == null) {
        throw new ModbusResponseException(
            FunctionCode.READ_HOLDING_REGISTERS, ExceptionCode.ILLEGAL_DATA_ADDRESS);
      }
      bytes[2 * i] = (byte) (word >>> 8);
      bytes[2 * i + 1] = (byte) (int) word;
    }
    return new ReadHoldingRegistersResponse(bytes);
  }

  @Override
  public WriteSingleRegisterResponse writeSingleRegister(
      ModbusRequestContext context, int unit, WriteSingleRegisterRequest request)
      throws ModbusResponseException {
    refuseWhereTold(FunctionCode.WRITE_SINGLE_REGISTER);
    write(6, request.address(), request.value());
    return new WriteSingleRegisterResponse(request.address(), request.value());
  }

  @Override
  public WriteMultipleRegistersResponse writeMultipleRegisters(
      ModbusRequestContext context, int unit, WriteMultipleRegistersRequest request)
      throws ModbusResponseException {
    refuseWhereTold(FunctionCode.WRITE_MULTIPLE_REGISTERS);
    for (int i = 0; i < request.quantity(); i++) {
      int high = request.values()[2 * i] & 0xFF;
      int low = request.values()[2 * i + 1] & 0xFF;
      write(16, request.address() + i, high << 8 | low);
    }
    return new WriteMultipleRegistersResponse(request.address(), request.quantity());
  }

  private void refuseWhereTold(FunctionCode function) throws ModbusResponseException {
    keepSilence();
    if (refusing) {
      throw new ModbusResponseException(function, ExceptionCode.ILLEGAL_DATA_VALUE);
    }
  }

  private void write(int function, int address, int word) {
    writes.add(function + ": " + address + "=" + (short) word);
    if (!deaf.contains(address)) {
      registers.put(address, word);
    }
  }

  @Override
  public void close() {
    silence.countDown();
    try {
      server.stop();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
