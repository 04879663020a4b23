package energy.setpoint.ocpp.dialect.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.quantity.Power;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VehiclePowerTest {

  @Test
  void multipliesCurrentVoltageAndPhases() {
    var power = VehiclePower.alternating(BigDecimal.valueOf(16), BigDecimal.valueOf(230), 3);

    assertThat(power).hasValue(Power.ofWatts(11_040));
  }

  @Test
  void understandsTheVoltageBetweenTwoPhases() {
    var power = VehiclePower.alternating(BigDecimal.valueOf(16), BigDecimal.valueOf(400), 3);

    assertThat(power.orElseThrow().watts()).isBetween(11_000.0, 11_100.0);
  }

  @Test
  void prefersThePowerThatAVehicleTellsOnDirectCurrent() {
    var amps = BigDecimal.valueOf(300);
    var volts = BigDecimal.valueOf(500);

    assertThat(VehiclePower.direct(Optional.of(BigDecimal.valueOf(100_000)), amps, volts))
        .hasValue(Power.ofWatts(100_000));
    assertThat(VehiclePower.direct(Optional.empty(), amps, volts)).hasValue(Power.ofWatts(150_000));
  }

  @Test
  void takesZeroForUnknown() {
    assertThat(VehiclePower.alternating(BigDecimal.ZERO, BigDecimal.valueOf(230), 3)).isEmpty();
  }
}
