package energy.setpoint.optimizer.goal;

import static energy.setpoint.testkit.plan.BatteryBuilder.aBattery;
import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.plan.CostBreakdown;
import energy.setpoint.core.plan.money.CostItem.Kind;
import energy.setpoint.core.plan.money.PriceOverlay;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.time.Interval;
import energy.setpoint.optimizer.Planned;
import energy.setpoint.testkit.plan.ProblemBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EnergyCostTest {

  @Test
  void valuesOwnSunAtWhatTheGridWouldPayForIt() {
    var problem =
        hours(2)
            .buyingAt(0.30, 0.15)
            .sellingAt(0.20, 0.10)
            .solarKw("main", 11, 0)
            .with(aVehicle("van").connected(0, 2).holding(0).wanting(11));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("van")).containsExactly(0, 11);
    assertThat(planned.cost()).isEqualTo(11 * 0.15 - 11 * 0.20, within(1e-6));
  }

  @Test
  void doesNotWasteTheSunWhenFeedingInCostsMoney() {
    var problem =
        hours(2)
            .buyingAt(0.10, 0.10)
            .sellingAt(-0.20, 0.05)
            .solarKw("main", 5)
            .with(aBattery("battery").of(10).holding(0).atMostKw(5).efficiency(0.9));

    var planned = Planned.of(problem);

    assertThat(planned.batteryKw("battery")[0]).isEqualTo(5, within(1e-3));
    assertThat(planned.gridKw()[0]).isEqualTo(0, within(1e-3));
  }

  @Test
  void withExportDearerThanImportItStaysOnTheCheaperSideOfZero() {
    var problem =
        hours(2)
            .buyingAt(0.10)
            .sellingAt(0.40, 0.0)
            .solarKw("main", 6, 0)
            .with(aVehicle("van").connected(0, 2).holding(0).wanting(8));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("van")).containsExactly(0, 8);
    assertThat(planned.cost()).isEqualTo(8 * 0.10 - 6 * 0.40, within(1e-6));
  }

  @Test
  void addsFeesAndTaxToWhatIsPaidAndTakesThemOffWhatIsEarned() {
    var problem =
        hours(2)
            .buyingAt(0.20)
            .sellingAt(0.15)
            .fees(0.05, 0.01)
            .taxes(0.20, 0.10)
            .loadKw("main", 10, 0)
            .solarKw("main", 0, 10);

    var planned = Planned.of(problem);

    CostBreakdown cost = planned.plan().cost();
    assertThat(cost.energyImport()).isEqualTo(10 * (0.20 + 0.05) * 1.20, within(1e-9));
    assertThat(cost.energyExport()).isEqualTo(10 * (0.15 - 0.01) * 0.90, within(1e-9));
    assertThat(cost.sum(Set.of(Kind.IMPORT_TAX))).isEqualTo(0.5, within(1e-9));
    assertThat(cost.sum(Set.of(Kind.EXPORT_FEE))).isEqualTo(0.1, within(1e-9));
  }

  @Test
  void feesOnImportMakeOwnSunWorthMore() {
    var problem =
        hours(2)
            .buyingAt(0.10, 0.12)
            .sellingAt(0.10, 0.12)
            .solarKw("main", 11, 0)
            .with(aVehicle("van").connected(0, 2).holding(0).wanting(11));

    var without = Planned.of(problem);
    var with = Planned.of(problem.fees(0.05, 0));

    assertThat(without.cost()).isEqualTo(with.cost(), within(1e-6));
    assertThat(with.vehicleKw("van")).containsExactly(11, 0);
  }

  @Test
  void chargesInTheCleanHourWhenCarbonHasAPrice() {
    var problem =
        hours(2).buyingAt(0.20, 0.25).with(aVehicle("v").connected(0, 2).holding(0).wanting(10));

    var reported = Planned.of(problem.carbon(0, 600, 100));
    var priced = Planned.of(problem.carbon(0.2, 600, 100));

    assertThat(reported.vehicleKw("v")[0]).isEqualTo(10, within(1e-3));
    assertThat(reported.plan().cost().carbonKilograms()).isEqualTo(6, within(1e-6));
    assertThat(priced.vehicleKw("v")[1]).isEqualTo(10, within(1e-3));
    assertThat(priced.plan().cost().sum(Set.of(Kind.CARBON)))
        .isEqualTo(10 * 0.1 * 0.2, within(1e-6));
  }

  @Test
  void chargesInThePartOfTheDayThatARebateMakesCheap() {
    var problem =
        hours(3).buyingAt(0.30).with(aVehicle("v").connected(0, 3).holding(0).wanting(11)).build();
    var rebate =
        new PriceOverlay(
            "rebate",
            Interval.of(ProblemBuilder.START.plusSeconds(3600), Duration.ofMinutes(90)),
            EnergyPrice.ofKilowattHour(-0.10),
            EnergyPrice.FREE);

    var planned = Planned.of(problem.toDraft().overlays(List.of(rebate)).build());

    assertThat(planned.vehicleKw("v")).containsExactly(0, 11, 0);
    assertThat(planned.cost()).isEqualTo(11 * 0.20, within(1e-6));
    assertThat(planned.problem().importPrice(2).perKilowattHour()).isEqualTo(0.25, within(1e-9));
  }
}
