package energy.setpoint.core.plan.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.plan.part.ChargingTraits.Point;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ChargingTraitsTest {

  private static ChargingTraits tapering(Point... points) {
    return new ChargingTraits(Power.ZERO, Power.ZERO, OptionalInt.empty(), false, List.of(points));
  }

  private static Point at(double kilowattHours, double kilowatts) {
    return new Point(Energy.ofKilowattHours(kilowattHours), Power.ofKilowatts(kilowatts));
  }

  @Test
  void aTaperIsTheLowestOfItsLines() {
    ChargingTraits traits = tapering(at(40, 11), at(50, 9), at(60, 1));

    double[] kilowatts = new double[3];
    for (int i = 0; i < kilowatts.length; i++) {
      double stored = 35 + 10 * i;
      kilowatts[i] =
          traits.taperLines().stream().mapToDouble(line -> line.at(stored)).min().orElseThrow();
    }

    assertThat(kilowatts).containsExactly(new double[] {11, 10, 5}, within(1e-9));
  }

  @Test
  void theMostOfAStepIsWhatTheTaperAllowsInItsMiddle() {
    ChargingTraits traits = tapering(at(50, 11), at(60, 1));

    double most = traits.mostKilowatts(52, 1, 0.9);

    assertThat(most).isEqualTo(11 - (52 + most * 0.9 / 2 - 50), within(1e-9));
  }

  @Test
  void theMostIsNeverNegativeAndInfiniteWithoutATaper() {
    assertThat(tapering(at(40, 11), at(50, 0)).mostKilowatts(55, 1, 1)).isZero();
    assertThat(ChargingTraits.FREE.mostKilowatts(55, 1, 1)).isInfinite();
  }

  @Test
  void refusesATaperThatRisesOrFlattens() {
    assertThatThrownBy(() -> tapering(at(40, 9), at(50, 11))).hasMessageContaining("fall");
    assertThatThrownBy(() -> tapering(at(40, 11), at(50, 5), at(60, 4)))
        .hasMessageContaining("ever more steeply");
  }
}
