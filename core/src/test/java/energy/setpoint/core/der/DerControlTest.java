package energy.setpoint.core.der;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import energy.setpoint.core.der.DerCurve.Point;
import energy.setpoint.core.der.DerSetting.Flow;
import energy.setpoint.core.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class DerControlTest {

  private static final Interval HOUR =
      Interval.of(Instant.parse("2026-11-01T12:00:00Z"), Duration.ofHours(1));

  /** R04.FR.14. */
  @Test
  void keepsGradientsFromBeingScheduled() {
    var gradients = new DerSetting.Gradients(Duration.ofSeconds(10), Duration.ZERO);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> DerControl.scheduled("g", 0, HOUR, gradients))
        .withMessageContaining("cannot be scheduled");
  }

  @Test
  void refusesACurveThatTurnsBack() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DerCurve.of(DerUnit.PERCENT_OF_MAX_WATT, at(106, 100), at(104, 0)))
        .withMessageContaining("104.0 comes after 106.0");
  }

  @Test
  void refusesACurveOfElevenPoints() {
    Point[] points = new Point[11];
    for (int i = 0; i < points.length; i++) {
      points[i] = at(i, 0);
    }

    assertThatIllegalArgumentException()
        .isThrownBy(() -> DerCurve.of(DerUnit.PERCENT_OF_MAX_WATT, points))
        .withMessageContaining("not 11");
  }

  @Test
  void refusesReactivePowerOnACurveOfActivePower() {
    var curve = DerCurve.of(DerUnit.PERCENT_OF_MAX_VAR, at(106, 100), at(110, 0));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DerSetting.Curve(DerControlType.VOLT_WATT, curve))
        .withMessageContaining("sets active power");
  }

  @Test
  void refusesMoreThanAllOfAPower() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DerSetting.FixedVar(101, DerUnit.PERCENT_OF_MAX_VAR));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DerSetting.FixedPowerFactor(Flow.INJECT, 1.01, true));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new DerSetting.LimitMaxDischarge(OptionalDouble.of(-1), Optional.empty()));
  }

  @Test
  void refusesALimitOnDischargeThatLimitsNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new DerSetting.LimitMaxDischarge(OptionalDouble.empty(), Optional.empty()));
  }

  @Test
  void refusesDroopWithoutADirection() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new DerSetting.FrequencyDroop(49.9, 50.1, 0.05, 0.05, Duration.ofSeconds(5)));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new DerSetting.FrequencyDroop(50.1, 49.9, 0, 0.05, Duration.ofSeconds(5)));
  }

  @Test
  void knowsAFixedPowerFactorByItsFlow() {
    var absorb = new DerSetting.FixedPowerFactor(Flow.ABSORB, 0.9, true);

    assertThat(absorb.type()).isEqualTo(DerControlType.FIXED_POWER_FACTOR_ABSORB);
  }

  private static Point at(double x, double y) {
    return new Point(x, y);
  }
}
