package energy.setpoint.der.modbus;

import com.ghgande.j2mod.modbus.ModbusException;
import com.ghgande.j2mod.modbus.msg.ModbusRequest;
import com.ghgande.j2mod.modbus.msg.ModbusResponse;
import com.ghgande.j2mod.modbus.msg.ReadCoilsRequest;
import com.ghgande.j2mod.modbus.msg.ReadCoilsResponse;
import com.ghgande.j2mod.modbus.msg.ReadInputDiscretesRequest;
import com.ghgande.j2mod.modbus.msg.ReadInputDiscretesResponse;
import com.ghgande.j2mod.modbus.msg.ReadInputRegistersRequest;
import com.ghgande.j2mod.modbus.msg.ReadInputRegistersResponse;
import com.ghgande.j2mod.modbus.msg.ReadMultipleRegistersRequest;
import com.ghgande.j2mod.modbus.msg.ReadMultipleRegistersResponse;
import com.ghgande.j2mod.modbus.msg.WriteCoilRequest;
import com.ghgande.j2mod.modbus.msg.WriteMultipleCoilsRequest;
import com.ghgande.j2mod.modbus.msg.WriteMultipleRegistersRequest;
import com.ghgande.j2mod.modbus.msg.WriteSingleRegisterRequest;
import com.ghgande.j2mod.modbus.procimg.InputRegister;
import com.ghgande.j2mod.modbus.procimg.Register;
import com.ghgande.j2mod.modbus.procimg.SimpleRegister;
import com.ghgande.j2mod.modbus.util.BitVector;
import energy.setpoint.der.template.RegisterWrite;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The requests of function codes 1 to 6, 15 and 16, and what comes back. */
final class ModbusCalls {

  private ModbusCalls() {}

  static ModbusRequest toRead(RegisterBlock block) {
    return switch (block.table()) {
      case COIL -> new ReadCoilsRequest(block.start(), block.count());
      case DISCRETE -> new ReadInputDiscretesRequest(block.start(), block.count());
      case HOLDING -> new ReadMultipleRegistersRequest(block.start(), block.count());
      case INPUT -> new ReadInputRegistersRequest(block.start(), block.count());
    };
  }

  /**
   * One unsigned 16-bit word for each register, or 0 or 1 for each bit.
   *
   * @param count how many were asked for
   * @throws ModbusException when the answer is not one to this question
   */
  static int[] words(ModbusResponse response, int count) throws ModbusException {
    return switch (response) {
      case ReadMultipleRegistersResponse holding -> words(holding.getRegisters(), count);
      case ReadInputRegistersResponse input -> words(input.getRegisters(), count);
      case ReadCoilsResponse coils -> bits(coils.getBitCount(), count, coils::getCoilStatus);
      case ReadInputDiscretesResponse inputs ->
          bits(inputs.getBitCount(), count, inputs::getDiscreteStatus);
      default -> throw new ModbusException("The answer is of another function");
    };
  }

  private static int[] words(InputRegister[] registers, int count) throws ModbusException {
    if (registers.length != count) {
      throw new ModbusException("%d registers came back for %d", registers.length, count);
    }
    return Arrays.stream(registers).mapToInt(InputRegister::toUnsignedShort).toArray();
  }

  /** Bits come in whole bytes, so there may be up to seven more than were asked for. */
  private static int[] bits(int received, int count, IntPredicate isSet) throws ModbusException {
    if (received < count) {
      throw new ModbusException("%d bits came back for %d", received, count);
    }
    return IntStream.range(0, count).map(it -> isSet.test(it) ? 1 : 0).toArray();
  }

  static ModbusRequest toWrite(RegisterWrite write) {
    List<Integer> words = write.words();
    boolean several = write.together() || words.size() > 1;
    return switch (write.table()) {
      case COIL ->
          several
              ? new WriteMultipleCoilsRequest(write.address(), coils(words))
              : new WriteCoilRequest(write.address(), words.getFirst() != 0);
      case HOLDING ->
          several
              ? new WriteMultipleRegistersRequest(write.address(), registers(words))
              : new WriteSingleRegisterRequest(
                  write.address(), new SimpleRegister(words.getFirst()));
      case DISCRETE, INPUT -> throw new IllegalArgumentException("Nobody can write " + write);
    };
  }

  private static BitVector coils(List<Integer> words) {
    BitVector bits = new BitVector(words.size());
    for (int i = 0; i < words.size(); i++) {
      bits.setBit(i, words.get(i) != 0);
    }
    return bits;
  }

  private static Register[] registers(List<Integer> words) {
    return words.stream().map(SimpleRegister::new).toArray(Register[]::new);
  }
}
