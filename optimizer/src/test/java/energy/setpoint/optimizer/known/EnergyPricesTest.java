package energy.setpoint.optimizer.known;

import static energy.setpoint.testkit.plan.BatteryBuilder.aBattery;
import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.VehicleBuilder.aGuest;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;

import org.junit.jupiter.api.Test;

/** What buying, selling and storing energy comes to. */
class EnergyPricesTest {

  /** The cheapest hour takes all it can, 10 kWh at 0.10; the rest, 5 kWh, goes to 0.20. */
  @Test
  void cheapHours() {
    Known.best(Examples.cheapHours()).vehicle("van", 0, 10, 5, 0).costs(2.00).nothingMissing();
  }

  /**
   * Who is paid for taking fills the battery beyond what is wanted: 12 kWh of room, 11 of them at
   * -0.10, one at -0.05. Nothing is sold, because selling costs 0.30.
   */
  @Test
  void negativePrice() {
    Known.best(Examples.negativePrice()).vehicle("van", 1, 0, 11).costs(-1.15);
  }

  /** A guest is not given more than it asked for, whatever that would earn: 5 kWh at -0.10. */
  @Test
  void negativePriceDoesNotOverfillAGuest() {
    var problem =
        hours(2).buyingAt(-0.05, -0.10).sellingAt(-0.30).with(aGuest("guest", 5).connected(0, 2));

    Known.best(problem).vehicle("guest", 0, 5).costs(-0.50);
  }

  /**
   * 5 kWh for 0.50 are 4.5 inside, of which 4.05 come out again and earn 0.30 each: 1.215. With
   * losses on the wrong side it would be 5 or 5.56.
   */
  @Test
  void arbitrageWithLossesOnTheRightSide() {
    Known.best(Examples.arbitrage()).battery("battery", 5, -4.05).costs(0.50 - 4.05 * 0.30);
  }

  /** A kilowatt-hour of 0.20 costs 0.20 / 0.81 = 0.247 when it comes back; 0.24 does not pay. */
  @Test
  void arbitrageThatLossesEatUp() {
    var problem =
        hours(2)
            .buyingAt(0.20, 0.24)
            .sellingAt(0.20, 0.24)
            .with(aBattery("battery").of(10).efficiency(0.9));

    Known.best(problem).battery("battery", 0, 0).costs(0);
  }

  /** 9 kWh inside at an efficiency of 0.9 are 10 kWh from the grid. */
  @Test
  void lossesOnTheWayIntoAVehicle() {
    var problem = hours(1).with(aGuest("guest", 9).connected(0, 1).efficiency(0.9));

    Known.best(problem).vehicle("guest", 10).costs(3.00);
  }

  /**
   * Bought energy costs (0.20 + 0.05) · 1.2 = 0.30, sold energy earns (0.10 - 0.02) · 0.75 = 0.06.
   * So 8 kWh of sun go into the van, and 2 kWh are bought.
   */
  @Test
  void feesAndTaxesPartBuyingFromSelling() {
    var problem =
        hours(2)
            .buyingAt(0.20)
            .sellingAt(0.10)
            .fees(0.05, 0.02)
            .taxes(0.20, 0.25)
            .solarKw("main", 8, 0)
            .with(aVehicle("van").connected(0, 2).holding(0).wanting(10).atMostKw(10));

    Known.best(problem).vehicle("van", 10, 0).grid(2, 0).costs(0.60);
  }

  /** 500 g at 0.10 a kilogram add 0.05, 100 g add 0.01: the dearer hour is the cheaper one. */
  @Test
  void carbonPrice() {
    var problem =
        hours(2)
            .buyingAt(0.20, 0.22)
            .carbon(0.10, 500, 100)
            .with(aGuest("guest", 10).connected(0, 2).atMostKw(10));

    Known.best(problem).vehicle("guest", 0, 10).costs(2.30);
  }

  /** Each kilowatt-hour fed in costs 0.05, so 6 of 10 are not produced. */
  @Test
  void curtailedSun() {
    var problem = hours(1).sellingAt(-0.05).curtailableSolarKw("main", 10).loadKw("main", 4);

    Known.best(problem).grid(0).costs(0);
  }

  /** The same where nothing can hold the sun back. */
  @Test
  void sunThatCannotBeCurtailed() {
    var problem = hours(1).sellingAt(-0.05).solarKw("main", 10).loadKw("main", 4);

    Known.best(problem).grid(-6).costs(0.30);
  }

  /**
   * What stays is worth 0.25, so 4 kWh replace energy of 0.30 and nothing is sold for 0.20. The end
   * of the grid does not empty the battery.
   */
  @Test
  void batteryIsNotEmptiedAtTheEnd() {
    var problem =
        hours(2)
            .sellingAt(0.20)
            .loadKw("main", 2)
            .with(aBattery("battery").of(10).holding(8).restWorth(0.25));

    Known.best(problem).battery("battery", -2, -2).costs(-4 * 0.25);
  }

  /** 11 kWh sold at 0.30 and bought back at 0.10, worn by 0.15 each. */
  @Test
  void feedingBackThatIsWorthItsWear() {
    Known.best(Examples.feedingBackWithWear(0.15))
        .vehicle("v2g", -11, 11)
        .costs(11 * (0.15 + 0.10 - 0.30));
  }

  /** The same with 0.25 of wear against a spread of 0.20. */
  @Test
  void feedingBackThatIsNotWorthItsWear() {
    Known.best(Examples.feedingBackWithWear(0.25)).vehicle("v2g", 0, 0).costs(0);
  }

  /**
   * Energy comes for 0.10 and goes for 0.30, but through one meter: what the guest takes is all
   * that there is to buy.
   */
  @Test
  void exportDearerThanImportIsNoPump() {
    var problem = hours(2).buyingAt(0.10).sellingAt(0.30).with(aGuest("guest", 11).connected(0, 2));

    Known.any(problem).costs(1.10).nothingMissing();
  }

  /** 3 kWh in the cheapest of three hours at most 3 kW, 3 in the second cheapest. */
  @Test
  void flexibleLoad() {
    var problem = hours(3).buyingAt(0.30, 0.10, 0.20).with(Examples.pump(6, 3));

    Known.best(problem).load("pump", 0, 3, 3).costs(0.90);
  }
}
