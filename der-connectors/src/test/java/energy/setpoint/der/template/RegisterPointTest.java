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

import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
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
            RegisterEncoding.of(UINT16),
            0,
            OptionalInt.empty(),
            new Conversion(0.1, PointUnit.KILOWATT, GENERATION),
            Set.of());

    assertThat(produced.decode(123).getAsDouble()).isCloseTo(-12_300, Offset.offset(1e-9));
    assertThat(produced.decode(0)).hasValue(0.0);
  }

  @Test
  void theNotAvailableValueIsMissingAndNeverZero() {
    assertThat(point(INT16, HIGH_FIRST, 0x8000L).decode(0x8000)).isEmpty();
    assertThat(point(INT16, HIGH_FIRST, 0x8000L).decode(0x7FFF)).hasValue(32_767);
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

  @Test
  void aScaleRegisterGivesThePowerOfTen() {
    RegisterPoint point = scaled(0);

    assertThat(point.decodeScaled(new int[] {123}, 0xFFFF)).hasValue(12.3);
    assertThat(point.decodeScaled(new int[] {123}, 2)).hasValue(12_300);
  }

  @Test
  void aScaleRegisterWithoutValueMakesNoValue() {
    assertThat(scaled(0).decodeScaled(new int[] {123}, 0x8000)).isEmpty();
    assertThat(scaled(0).decodeScaled(new int[] {123}, 11)).isEmpty();
  }

  @Test
  void theOffsetIsAddedToTheNumberOfTheDevice() {
    assertThat(scaled(-30_000).decodeScaled(new int[] {29_000}, 0)).hasValue(-1_000);
    assertThat(offset(-30_000).encode(-1_000).orElseThrow()).containsExactly(29_000);
  }

  @Test
  void aCommandIsNeverMadeStrongerByRounding() {
    var tens =
        new RegisterPoint(
            RegisterTable.HOLDING,
            0,
            RegisterEncoding.of(INT16),
            0,
            OptionalInt.empty(),
            new Conversion(10, PointUnit.WATT, LOAD),
            Set.of());

    assertThat(tens.encode(-1_239).orElseThrow()).containsExactly(0x10000 - 123);
    assertThat(tens.encode(1_239).orElseThrow()).containsExactly(123);
    assertThat(tens.encode(400_000)).isEmpty();
  }

  private static RegisterPoint scaled(double offset) {
    return new RegisterPoint(
        RegisterTable.HOLDING,
        0,
        RegisterEncoding.of(UINT16),
        offset,
        OptionalInt.of(1),
        WATTS,
        Set.of());
  }

  private static RegisterPoint offset(double offset) {
    return new RegisterPoint(
        RegisterTable.HOLDING,
        0,
        RegisterEncoding.of(UINT16),
        offset,
        OptionalInt.empty(),
        WATTS,
        Set.of());
  }

  private static RegisterPoint point(RegisterType type, WordOrder order, Long... notAvailable) {
    return new RegisterPoint(
        RegisterTable.HOLDING,
        0,
        new RegisterEncoding(type, order, ByteOrder.HIGH_FIRST, OptionalLong.empty()),
        0,
        OptionalInt.empty(),
        WATTS,
        Set.of(notAvailable));
  }
}
