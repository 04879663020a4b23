package energy.setpoint.der.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterTypeTest {

  @ParameterizedTest
  @CsvSource({
    "BOOL, 4, 1",
    "INT8, 255, -1",
    "UINT8, 255, 255",
    "INT64, -5, -5",
    "UINT64, -1, 18446744073709551615",
    "ACC32, 4294967295, 4294967295",
    "BCD16, 4660, 1234",
    "BCD32, 2271560481, 87654321"
  })
  void bitsMakeTheNumberOfTheirType(RegisterType type, long bits, double number) {
    assertThat(type.number(bits)).isEqualTo(number);
  }

  @Test
  void whatIsNoNumberIsNotANumber() {
    assertThat(RegisterType.ACC32.number(0)).isNaN();
    assertThat(RegisterType.ACC64.number(0)).isNaN();
    assertThat(RegisterType.BCD16.number(0x12A4)).isNaN();
  }

  @ParameterizedTest
  @CsvSource({
    "INT16, -123", "UINT16, 65535", "INT32, -70000", "UINT32, 4294967295", "INT64, -70000",
    "FLOAT32, 12.5", "FLOAT64, -0.1", "BCD16, 9876", "BOOL, 1", "INT8, -128"
  })
  void whatIsWrittenReadsTheSame(RegisterType type, double number) {
    OptionalLong bits = type.bitsOf(number);

    assertThat(type.number(bits.orElseThrow())).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource({
    "INT16, 32768",
    "UINT16, -1",
    "UINT32, 4294967296",
    "BCD16, 10000",
    "BCD16, -1",
    "BOOL, 2",
    "INT8, 128",
    "FLOAT32, NaN"
  })
  void whatDoesNotFitIsNotCutOff(RegisterType type, double number) {
    assertThat(type.bitsOf(number)).isEmpty();
  }

  @Test
  void wordsAndBytesHaveOrdersOfTheirOwn() {
    var both =
        new RegisterEncoding(
            RegisterType.UINT32, WordOrder.LOW_FIRST, ByteOrder.LOW_FIRST, OptionalLong.empty());

    assertThat(both.bits(0x4433, 0x2211)).isEqualTo(0x1122_3344L);
    assertThat(both.words(0x1122_3344L)).containsExactly(0x4433, 0x2211);
  }

  @Test
  void aMaskTakesBitsOutOfARegister() {
    var high =
        new RegisterEncoding(
            RegisterType.UINT16,
            WordOrder.HIGH_FIRST,
            ByteOrder.HIGH_FIRST,
            OptionalLong.of(0xFF00));

    assertThat(high.number(0x3412)).isEqualTo(0x34);
  }
}
