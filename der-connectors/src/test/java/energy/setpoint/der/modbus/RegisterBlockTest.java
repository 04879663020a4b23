package energy.setpoint.der.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.der.template.Conversion;
import energy.setpoint.der.template.Measured;
import energy.setpoint.der.template.PointUnit;
import energy.setpoint.der.template.RegisterEncoding;
import energy.setpoint.der.template.RegisterPoint;
import energy.setpoint.der.template.RegisterTable;
import energy.setpoint.der.template.RegisterType;
import energy.setpoint.der.template.SignConvention;
import energy.setpoint.der.template.Transport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RegisterBlockTest {

  @Test
  void neighboursAreReadTogether() {
    var blocks = RegisterBlock.covering(modbus(125, 0, input(10), input(12), input(14)));

    assertThat(blocks).containsExactly(new RegisterBlock(RegisterTable.INPUT, 10, 6));
  }

  @Test
  void aGapNeedsAnotherRequestUnlessItMayBeBridged() {
    assertThat(RegisterBlock.covering(modbus(125, 2, input(10), input(12), input(17)))).hasSize(2);
    assertThat(RegisterBlock.covering(modbus(125, 3, input(10), input(12), input(17))))
        .containsExactly(new RegisterBlock(RegisterTable.INPUT, 10, 9));
  }

  @Test
  void noRequestAsksForMoreThanTheDeviceAllows() {
    assertThat(RegisterBlock.covering(modbus(4, 0, input(10), input(12), input(14))))
        .containsExactly(
            new RegisterBlock(RegisterTable.INPUT, 10, 4),
            new RegisterBlock(RegisterTable.INPUT, 14, 2));
  }

  @Test
  void theTwoTablesAreReadApart() {
    var holding = point(RegisterTable.HOLDING, 12);

    assertThat(RegisterBlock.covering(modbus(125, 0, input(10), holding, input(12))))
        .containsExactlyInAnyOrder(
            new RegisterBlock(RegisterTable.HOLDING, 12, 2),
            new RegisterBlock(RegisterTable.INPUT, 10, 4));
  }

  @Test
  void overlappingPointsAreReadOnce() {
    assertThat(RegisterBlock.covering(modbus(125, 0, input(10), input(10), input(11))))
        .containsExactly(new RegisterBlock(RegisterTable.INPUT, 10, 3));
  }

  @Test
  void findsTheRegistersOfAPoint() {
    var block = new RegisterBlock(RegisterTable.INPUT, 10, 4);

    assertThat(block.wordsOf(RegisterBlock.ofValue(input(12)), new int[] {1, 2, 3, 4}))
        .containsExactly(3, 4);
  }

  @Test
  void theScaleRegisterIsReadAlong() {
    var scaled = point(RegisterTable.INPUT, 12, OptionalInt.of(14));

    assertThat(RegisterBlock.covering(modbus(125, 0, input(10), scaled, input(10))))
        .containsExactly(new RegisterBlock(RegisterTable.INPUT, 10, 5));
  }

  private static Transport.Modbus modbus(
      int registersPerRead, int bridgedGap, RegisterPoint a, RegisterPoint b, RegisterPoint c) {
    return new Transport.Modbus(
        1,
        Duration.ofSeconds(1),
        registersPerRead,
        bridgedGap,
        Duration.ZERO,
        Map.of(Measured.POWER, a, Measured.POWER_L1, b, Measured.POWER_L2, c),
        Optional.empty(),
        Map.of(),
        List.of());
  }

  private static RegisterPoint input(int address) {
    return point(RegisterTable.INPUT, address);
  }

  private static RegisterPoint point(RegisterTable table, int address) {
    return point(table, address, OptionalInt.empty());
  }

  private static RegisterPoint point(RegisterTable table, int address, OptionalInt scaleRegister) {
    return new RegisterPoint(
        table,
        address,
        RegisterEncoding.of(RegisterType.INT32),
        0,
        scaleRegister,
        new Conversion(1, PointUnit.WATT, SignConvention.LOAD),
        Set.of());
  }
}
