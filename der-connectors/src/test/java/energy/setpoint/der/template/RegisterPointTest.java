package energy.setpoint.der.template;

import static energy.setpoint.der.template.RegisterType.FLOAT32;
import static energy.setpoint.der.template.RegisterType.INT16;
import static energy.setpoint.der.template.RegisterType.INT32;
import static energy.setpoint.der.template.RegisterType.UINT16;
import static energy.setpoint.der.template.RegisterType.UINT32;
import static energy.setpoint.der.template.SignConvention.GENERATION;
import static energy.setpoint.der.template.SignConvention.LOAD;
import static energy.setpoint.der.template.WordOrder.HIGH_FIRST;
import static energy.setpoint.der.template.WordOrder.LOW_FIRST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalLong;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RegisterPointTest {

  private static final Conversion WATTS = new Conversion(1, PointUnit.WATT, LOAD);

  @Test
  void signedTypesAreNegativeFromTheirHighestBitOn() {
    assertThat(point(INT16, HIGH_FIRST).decode(0xFFFF)).hasValue(-1);
    assertThat(point(UINT16, HIGH_FIRST).decode(0xFFFF)).hasValue(65_535);
    assertThat(point(INT32, HIGH_FIRST).decode(0xFFFF, 0xFFFE)).hasValue(-2);
    assertThat(point(UINT32, HIGH_FIRST).decode(0xFFFF, 0xFFFE)).hasValue(4_294_967_294.0);
  }

  @Test
  void wordOrderSaysWhichRegisterIsTheHighOne() {
    assertThat(point(INT32, HIGH_FIRST).decode(0x0001, 0x0002)).hasValue(65_538);
    assertThat(point(INT32, LOW_FIRST).decode(0x0001, 0x0002)).hasValue(131_073);
  }

  @Test
  void floatsFollowTheWordOrderToo() {
    int bits = Float.floatToIntBits(-1234.5f);
    int high = bits >>> 16;
    int low = bits & 0xFFFF;

    assertThat(point(FLOAT32, HIGH_FIRST).decode(high, low)).hasValue(-1234.5);
    assertThat(point(FLOAT32, LOW_FIRST).decode(low, high)).hasValue(-1234.5);
  }

  @Test
  void generationIsTurnedIntoLoadConvention() {
    var produced =
        new RegisterPoint(
            RegisterTable.INPUT,
            0,
            UINT16,
            HIGH_FIRST,
            new Conversion(0.1, PointUnit.KILOWATT, GENERATION),
            OptionalLong.empty());

    assertThat(produced.decode(123).getAsDouble()).isCloseTo(-12_300, Offset.offset(1e-9));
    assertThat(produced.decode(0)).hasValue(0.0);
  }

  @Test
  void theNotAvailableValueIsMissingAndNeverZero() {
    assertThat(point(INT16, HIGH_FIRST, 0x8000).decode(0x8000)).isEmpty();
    assertThat(point(INT16, HIGH_FIRST, 0x8000).decode(0x7FFF)).hasValue(32_767);
    assertThat(point(UINT32, LOW_FIRST, 0xFFFF_FFFFL).decode(0xFFFF, 0xFFFF)).isEmpty();
  }

  @Test
  void aFloatThatIsNotANumberIsMissing() {
    int nan = Float.floatToIntBits(Float.NaN);
    int infinite = Float.floatToIntBits(Float.POSITIVE_INFINITY);

    assertThat(point(FLOAT32, HIGH_FIRST).decode(nan >>> 16, nan & 0xFFFF)).isEmpty();
    assertThat(point(FLOAT32, HIGH_FIRST).decode(infinite >>> 16, infinite & 0xFFFF)).isEmpty();
  }

  @Test
  void refusesTheWrongNumberOfRegisters() {
    assertThatThrownBy(() -> point(INT32, HIGH_FIRST).decode(1))
        .hasMessage("int32 takes 2 registers, not 1.");
  }

  private static RegisterPoint point(RegisterType type, WordOrder order) {
    return new RegisterPoint(RegisterTable.HOLDING, 0, type, order, WATTS, OptionalLong.empty());
  }

  private static RegisterPoint point(RegisterType type, WordOrder order, long notAvailable) {
    return new RegisterPoint(
        RegisterTable.HOLDING, 0, type, order, WATTS, OptionalLong.of(notAvailable));
  }
}
