package energy.setpoint.ocpp.v21.der;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** Numbers and durations as decimals of the wire. */
final class Decimals {

  private Decimals() {}

  static BigDecimal of(double value) {
    BigDecimal plain = BigDecimal.valueOf(value).stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  static Optional<BigDecimal> of(OptionalDouble value) {
    return value.isPresent() ? Optional.of(of(value.getAsDouble())) : Optional.empty();
  }

  static BigDecimal seconds(Duration value) {
    BigDecimal exact =
        BigDecimal.valueOf(value.getSeconds()).add(BigDecimal.valueOf(value.getNano(), 9));
    BigDecimal plain = exact.stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  static OptionalDouble number(Optional<BigDecimal> value) {
    return value.map(it -> OptionalDouble.of(it.doubleValue())).orElse(OptionalDouble.empty());
  }

  /**
   * @throws ArithmeticException when it is too long for anything
   */
  static Duration duration(BigDecimal seconds) {
    BigDecimal nanos = seconds.movePointRight(9).setScale(0, RoundingMode.HALF_UP);
    return Duration.ofNanos(nanos.longValueExact());
  }
}
