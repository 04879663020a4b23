package energy.setpoint.optimizer.promise;

import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.ProblemBuilder.quarters;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.plan.SolveReport.Status;
import energy.setpoint.core.plan.StoredEnergy;
import energy.setpoint.core.plan.part.ChargingTraits;
import energy.setpoint.core.plan.part.ChargingTraits.Point;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.optimizer.Planned;
import energy.setpoint.testkit.plan.VehicleBuilder;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TaperTest {

  /** 11 kW up to 50 kWh, then down to 1 kW at 60 kWh: a kilowatt less for each kilowatt-hour. */
  private static VehicleBuilder tapering(double storedKwh) {
    return aVehicle("van").connected(0, 24).holding(storedKwh).of(60).tapering(50, 1);
  }

  @Test
  void takesFullPowerUntilTheTaperBegins() {
    var planned = Planned.of(hours(3).with(tapering(20).wanting(42)));

    assertThat(planned.vehicleKw("van")).startsWith(11, 11);
  }

  @Test
  void takesInAStepWhatTheEnergyInItsMiddleAllows() {
    var planned = Planned.of(hours(1).with(tapering(50).wanting(60)));

    // P = 11 - (P/2 of what came in) => P = 22/3
    assertThat(planned.vehicleKw("van")[0]).isEqualTo(22 / 3.0, within(1e-3));
  }

  @Test
  void countsWhatArrivesInTheBatteryAndNotWhatIsTakenFromTheGrid() {
    var planned = Planned.of(hours(1).with(tapering(50).wanting(60).efficiency(0.9)));

    assertThat(planned.vehicleKw("van")[0]).isEqualTo(11 / 1.45, within(1e-3));
  }

  @Test
  void comesCloseToTheCurveInShortSteps() {
    var planned = Planned.of(quarters(8).with(tapering(50).wanting(60)));

    // exactly: stored = 61 - 11 e^-t
    double stored = storedAtEnd(planned);
    assertThat(stored).isEqualTo(61 - 11 * Math.exp(-2), within(0.02));
  }

  @Test
  void reportsWhatIsMissingBecauseTheLastHoursAreSlow() {
    var planned = Planned.of(hours(1).with(tapering(50).wanting(60)));

    assertThat(planned.missingKwh("van")).isEqualTo(10 - 22 / 3.0, within(1e-3));
    assertThat(planned.status()).isEqualTo(Status.OPTIMAL);
  }

  @Test
  void startsEarlierThanWithoutATaperWhenTheCheapHoursAreTooFew() {
    var problem = hours(4).buyingAt(0.30, 0.30, 0.10, 0.10);

    var planned = Planned.of(problem.with(tapering(44).wanting(60).connected(0, 4)));

    assertThat(planned.vehicleKw("van")[0] + planned.vehicleKw("van")[1]).isGreaterThan(1);
    assertThat(planned.missingKwh("van")).isZero();
  }

  @Test
  void countsOnlyThePartOfAStepInWhichItIsThere() {
    var planned = Planned.of(hours(1).with(tapering(50).wanting(60).connected(0.5, 1)));

    // half an hour at P', P' = 11 - P'/4, planned as half of it over the hour
    assertThat(planned.vehicleKw("van")[0]).isEqualTo(8.8 / 2, within(1e-3));
  }

  @Test
  void aVehicleThatComesFullerThanItsTaperAllowsDoesNotCharge() {
    var problem = hours(2).with(tapering(55).wanting(60)).build();
    var taper =
        List.of(
            new Point(Energy.ofKilowattHours(40), Power.ofKilowatts(11)),
            new Point(Energy.ofKilowattHours(50), Power.ZERO));
    var traits = new ChargingTraits(Power.ZERO, Power.ZERO, OptionalInt.empty(), false, taper);

    var planned =
        Planned.of(
            problem
                .toDraft()
                .vehicles(List.of(problem.vehicles().getFirst().withTraits(traits)))
                .build());

    assertThat(planned.vehicleKw("van")).containsExactly(0, 0);
  }

  @Test
  void feedsBackAndTapersOnTheWayUpAgain() {
    var problem = hours(4).buyingAt(0.6, 0.1, 0.1, 0.1).sellingAt(0.6, 0.1, 0.1, 0.1);

    var planned = Planned.of(problem.with(tapering(52).wanting(55).feedingBack(11, 10, 50)));

    assertThat(planned.vehicleKw("van")[0]).isEqualTo(-11, within(1e-3));
    assertThat(storedAtEnd(planned)).isGreaterThanOrEqualTo(55 - 1e-3);
  }

  private static double storedAtEnd(Planned planned) {
    var power = planned.plan().find(new SessionId("van")).orElseThrow().power();
    return StoredEnergy.of(planned.problem().vehicles().getFirst(), power).atEndWattHours() / 1000;
  }
}
