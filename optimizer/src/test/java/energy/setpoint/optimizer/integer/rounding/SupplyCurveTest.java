package energy.setpoint.optimizer.integer.rounding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SupplyCurveTest {

  private final SupplyCurve curve = new SupplyCurve();

  @Test
  void takesFromTheCheapestSourceFirst() {
    curve.more("grid", 0.30, Double.POSITIVE_INFINITY);
    curve.more("battery", 0.20, 2);

    assertThat(curve.costOf(1, "car")).isEqualTo(0.20, within(1e-9));
    assertThat(curve.costOf(5, "car")).isEqualTo(2 * 0.20 + 3 * 0.30, within(1e-9));
  }

  @Test
  void sparesTheDearestSourceFirst() {
    curve.less("grid", 0.30, 4);
    curve.less("battery", 0.20, Double.POSITIVE_INFINITY);

    assertThat(curve.costOf(-5, "car")).isEqualTo(-4 * 0.30 - 0.20, within(1e-9));
  }

  @Test
  void nobodyGivesWayToItself() {
    curve.more("grid", 0.30, Double.POSITIVE_INFINITY);
    curve.more("car", 0.10, 3);

    assertThat(curve.costOf(3, "car")).isEqualTo(0.90, within(1e-9));
    assertThat(curve.costOf(3, "van")).isEqualTo(0.30, within(1e-9));
  }

  @Test
  void noChangeCostsNothing() {
    curve.more("grid", 0.30, 1);

    assertThat(curve.costOf(0, "car")).isZero();
  }
}
