package energy.setpoint.optimizer.promise;

import static energy.setpoint.testkit.plan.BatteryBuilder.aBattery;
import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.optimizer.Planned;
import energy.setpoint.testkit.plan.ProblemBuilder;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TransformerAndBalanceTest {

  private static ProblemBuilder behindATransformer(double kilovoltAmperes) {
    return hours(1)
        .limiting("main", Optional.of(Power.ofKilowatts(kilovoltAmperes)), Optional.empty());
  }

  private static ProblemBuilder withImbalance(double amps) {
    return hours(1).limiting("main", Optional.empty(), Optional.of(Current.ofAmps(amps)));
  }

  @Test
  void keepsTheThreePhasesTogetherBelowTheRating() {
    var problem =
        behindATransformer(20)
            .loadOnL1Kw("main", 5)
            .with(aVehicle("three").connected(0, 1).atMostKw(22))
            .with(aVehicle("single").loading(Phase.L2).connected(0, 1).atMostKw(7.4));

    var planned = Planned.of(problem);

    double taken = planned.vehicleKw("three")[0] + planned.vehicleKw("single")[0];
    assertThat(taken).isEqualTo(15, within(1e-3));
  }

  @Test
  void keepsTheRatingOfASubCircuitWithWhatFeedsBackThere() {
    var problem =
        hours(1)
            .buyingAt(0.5)
            .sellingAt(0.5)
            .circuit("shed", "main", 100)
            .limiting("shed", Optional.of(Power.ofKilowatts(10)), Optional.empty())
            .solarKw("shed", 8)
            .with(aBattery("battery").on("shed").of(20).holding(20).atMostKw(20));

    var planned = Planned.of(problem);

    assertThat(planned.batteryKw("battery")[0]).isEqualTo(-2, within(1e-3));
  }

  @Test
  void countsOnTheSunBehindATransformerOnlyAsFarAsTheCreditSays() {
    var problem =
        behindATransformer(10)
            .solarKw("main", 6)
            .with(aVehicle("van").connected(0, 1).holding(0).wanting(22).atMostKw(22));

    assertThat(Planned.of(problem.reliefCredit(0)).vehicleKw("van")[0]).isEqualTo(10, within(1e-3));
    assertThat(Planned.of(problem.reliefCredit(0.5)).vehicleKw("van")[0])
        .isEqualTo(13, within(1e-3));
  }

  @Test
  void keepsPhasesFromDifferingByMoreThanIsAllowed() {
    var problem =
        withImbalance(10)
            .with(aVehicle("a").loading(Phase.L1).connected(0, 1).atMostKw(7.4))
            .with(aVehicle("b").loading(Phase.L2).connected(0, 1).atMostKw(3));

    var planned = Planned.of(problem);

    // L3 carries nothing, so neither may carry more than 10 A
    assertThat(planned.vehicleKw("a")[0]).isEqualTo(2.3, within(1e-3));
    assertThat(planned.vehicleKw("b")[0]).isEqualTo(2.3, within(1e-3));
  }

  @Test
  void letsAVehicleUseThePhaseOnWhichOthersAreShort() {
    var problem =
        withImbalance(10)
            .loadOnL1Kw("main", 2)
            .with(aVehicle("on-L1").loading(Phase.L1).connected(0, 1).atMostKw(7.4))
            .with(aVehicle("on-L2").loading(Phase.L2).connected(0, 1).atMostKw(7.4))
            .with(aVehicle("on-L3").loading(Phase.L3).connected(0, 1).atMostKw(7.4));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("on-L1")[0]).isEqualTo(7.4, within(1e-3));
    assertThat(planned.vehicleKw("on-L2")[0]).isEqualTo(7.4, within(1e-3));
    assertThat(planned.vehicleKw("on-L3")[0]).isEqualTo(7.4, within(1e-3));
  }

  @Test
  void threePhaseVehiclesAreFreeOfIt() {
    var problem = withImbalance(0).with(aVehicle("three").connected(0, 1).atMostKw(11));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("three")[0]).isEqualTo(11, within(1e-3));
  }

  @Test
  void doesNotWorsenWhatTheLoadBreaksAndSaysSo() {
    var problem =
        withImbalance(10)
            .loadOnL1Kw("main", 5)
            .with(aVehicle("on-L1").loading(Phase.L1).connected(0, 1).atMostKw(7.4))
            .with(aVehicle("three").connected(0, 1).atMostKw(11));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("on-L1")[0]).isZero();
    assertThat(planned.vehicleKw("three")[0]).isEqualTo(11, within(1e-3));
    assertThat(planned.reason())
        .contains("L1 above L2 of circuit main is exceeded by up to 2.7 kW");
  }
}
